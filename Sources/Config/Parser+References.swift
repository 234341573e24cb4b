import Basics

/// What jobs say of other jobs, once all are known.
extension Parser {
    /// Checks the names of `after` and `restart-with`, and that no job waits for itself.
    @inline(never)
    func checkReferences() {
        guard isWhole else { return }
        var graph = StartGraph(configuration.jobs, names)
        var place = -1
        var word = 0
        // What the mark before was of, and all marks.
        var option = Option.name
        var options: UInt64 = 0
        var reported = Span(source: -1, start: 0, end: 0)
        for mark in marks {
            word = mark.option == option ? word + 1 : 0
            option = mark.option
            if option == .name { place += 1 }
            guard option == .after || option == .restartWith else { continue }
            options |= option.bit
            let text = configuration.jobs[place].words(option)[word]
            // What jobs have from their defaults is reported once.
            if mark.span.source == reported.source, mark.span.start <= reported.start { continue }
            if let meaning = graph.meaning(of: text) {
                guard option == .after, let disabled = meaning.disabled,
                    !configuration.jobs[place].has(.disable)
                else { continue }
                list.add(.afterDisabled, at: mark.span, configuration.jobs[disabled].name)
            } else if text.isGlob, graph.isFull {
                list.add(.tooManyPatterns, at: mark.span, "\(StartGraph.patternLimit)")
            } else {
                refuseUnknownJob(text, at: mark.span)
            }
            reported = mark.span
        }
        if options & Option.restartWith.bit != 0 { refuseCircles(&graph, .restartWith) }
        guard options & Option.after.bit != 0 else { return }
        graph.findBarriers()
        refuseCircles(&graph, .after)
    }

    private func refuseCircles(_ graph: inout StartGraph, _ option: Option) {
        graph.follow(option)
        while let circle = graph.nextCircle() {
            let jobs = configuration.jobs
            let span = span(ofWord: circle.word, option, at: circle.job)
            if let (job, barrier) = circle.held {
                list.add(
                    .circleOfBarrier, at: span, circle.path, jobs[barrier].name, jobs[job].name,
                    suggesting: nil)
            } else {
                let name = OptionCatalogue.entry(Int(option.rawValue)).name
                list.add(.circle, at: span, name, circle.path)
            }
        }
    }

    /// Where word `number` of `option` of the job at `place` stands.
    private func span(ofWord number: Int, _ option: Option, at place: Int) -> Span? {
        var job = -1
        var left = number
        for mark in marks {
            if mark.option == .name { job += 1 }
            guard job == place, mark.option == option else { continue }
            if left == 0 { return mark.span }
            left -= 1
        }
        return nil
    }

    @inline(never)
    func refuseUnknownJob(_ name: Text, at span: Span) {
        var all: [Text] = []
        if !list.isFull { for job in configuration.jobs { all.append(job.name) } }
        list.add(
            .unknownJob, at: span, name, suggesting: EditDistance.nearest(to: name, among: all))
    }
}
