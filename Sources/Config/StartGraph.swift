import Basics

/// What must come before what, by `after` and by `wait`, or who restarts with whom: finds the circles,
/// which no start and no restart would ever leave.
///
/// It walks along the names (depth first), each job once. The jobs of a pattern are walked once for the
/// pattern, however many jobs have it, so that nothing grows with the number of pairs. A pattern never
/// means the job that has it: only where it would, the job walks them itself, and where two jobs do that
/// they are a circle.
///
/// A class, as the parser is that it is a part of.
final class StartGraph {
    /// How many different patterns a configuration may have.
    static let patternLimit = 256
    /// As many circles are looked for.
    private static let circleLimit = 10
    /// As many jobs of a circle are shown.
    private static let shownLimit = 16

    /// A job on the way.
    private struct Step: BitwiseCopyable {
        var job: Int32
        /// Which of its words is next; with `next` the one that the way leaves it by.
        var word: Int32 = -1
        /// The next job that may match a pattern, which is not 0 then.
        var next: Int32 = 0
    }

    private let jobs: [JobSpec]
    private let names: NameIndex
    /// The barrier that holds each job back, -1 for none; empty where barriers do not matter.
    private var barriers = PackedArray<Int32>()
    /// For each job 0 where it was not met yet, 1 on the way, 2 where all behind it is known.
    private var marks: [UInt8] = []
    private var steps = PackedArray<Step>()
    /// The patterns, as jobs of that name: the index of names knows no other list.
    private var patterns: [JobSpec] = []
    private var patternNames = NameIndex()
    /// A job that each pattern means, one that is disabled before others; -1 for none.
    private var meanings = PackedArray<Int32>()
    /// For each pattern 1 where its jobs were all walked.
    private var walked: [UInt8] = []

    init(_ jobs: [JobSpec], _ names: NameIndex) {
        self.jobs = jobs
        self.names = names
    }

    // MARK: - Patterns

    /// The job that `word` names, or one that it means, if any is disabled one of those.
    ///
    /// It has no answer past ``patternLimit``.
    @inline(never)
    func meaning(of word: Text) -> Int? {
        if let place = names.place(of: word, in: jobs) { return place }
        guard let number = pattern(word), meanings[number] >= 0 else { return nil }
        return Int(meanings[number])
    }

    /// There are more patterns than are looked at.
    var isFull: Bool { patterns.count >= Self.patternLimit }

    /// The number of the pattern `word`; nil for a word that is none.
    @inline(never)
    private func pattern(_ word: Text) -> Int? {
        if let number = patternNames.place(of: word, in: patterns) { return number }
        guard word.isGlob, word.count <= 4 * JobName.longest, !isFull else { return nil }
        var meaning: Int32 = -1
        var place: Int32 = 0
        for job in jobs {
            if meaning < 0 || job.has(.disable), job.name.matches(glob: word) { meaning = place }
            place += 1
        }
        meanings.append(meaning)
        walked.append(0)
        patterns.append(JobSpec(name: word, command: []))
        patternNames.addLast(of: patterns)
        return patterns.count - 1
    }

    // MARK: - Circles

    /// Reports the circles of the words of `option`, with `after` also those that barriers make.
    @inline(never)
    func refuseCircles(of option: Option, _ parser: Parser) {
        let mayWait = option == .after
        if mayWait { findBarriers() }
        marks = [UInt8](repeating: 0, count: jobs.count)
        for number in walked.indices { walked[number] = 0 }
        var left = Self.circleLimit
        for start in jobs.indices where marks[start] == 0 {
            var next: Int? = start
            while left > 0 {
                if let job = next {
                    if marks[job] == 0 {
                        marks[job] = 1
                        steps.append(Step(job: Int32(clamping: job), word: mayWait ? -1 : 0))
                    } else if marks[job] == 1 {
                        left -= 1
                        refuseCircle(to: job, of: option, parser)
                    }
                } else if let last = steps.last {
                    marks[Int(last.job)] = 2
                    steps.removeLast()
                }
                guard var step = steps.last else { break }
                next = follow(&step, option)
                steps[steps.count - 1] = step
            }
        }
    }

    /// Finds which barrier holds each job back: the last one before it in start order.
    private func findBarriers() {
        barriers = PackedArray(repeating: -1, count: jobs.count)
        var barrier: Int32 = -1
        for key in StartOrder.keys(of: jobs) {
            let place = StartOrder.place(key)
            let job = jobs[place]
            // Who starts a disabled one does not wait.
            if job.has(.disable) { continue }
            barriers[place] = barrier
            if job.has(.wait), job.instances > 0 { barrier = Int32(clamping: place) }
        }
    }

    /// Where the way leads on from `step`, which is moved on; nil at its end.
    private func follow(_ step: inout Step, _ option: Option) -> Int? {
        let place = Int(step.job)
        if step.word < 0 {
            step.word = 0
            if barriers[place] >= 0 { return Int(barriers[place]) }
        }
        let words = jobs[place].words(option)
        while Int(step.word) < words.count {
            let word = words[Int(step.word)]
            if let number = pattern(word), step.next > 0 || walked[number] == 0 {
                while Int(step.next) < jobs.count {
                    let next = Int(step.next)
                    step.next += 1
                    if next != place, jobs[next].name.matches(glob: word) { return next }
                }
                if !jobs[place].name.matches(glob: word) { walked[number] = 1 }
            }
            step.word += 1
            step.next = 0
            if let found = names.place(of: word, in: jobs) { return found }
        }
        return nil
    }

    /// Reports the circle that leads from the job at `start` on the way back to it.
    private func refuseCircle(to start: Int, of option: Option, _ parser: Parser) {
        var index = steps.count
        repeat { index -= 1 } while index > 0 && Int(steps[index].job) != start
        var path = Text([])
        var shown = 0
        var span: Span?
        // A job that a barrier holds back.
        var held = Text([])
        while index < steps.count {
            let step = steps[index]
            let name = jobs[Int(step.job)].name
            if shown <= Self.shownLimit {
                path = "\(path)\(shown < Self.shownLimit ? name : "...") -> "
                shown += 1
            }
            index += 1
            let word = step.next > 0 ? step.word : step.word - 1
            if word >= 0 {
                span = parser.span(ofWord: Int(word), option, at: Int(step.job))
            } else {
                held = name
            }
        }
        path = "\(path)\(jobs[start].name)"
        parser.list.add(
            held.isEmpty ? .circle : .circleOfBarrier, at: span,
            option == .logTo
                ? "log to" : OptionCatalogue.entry(Int(option.rawValue)).name, path, held,
            suggesting: nil)
    }
}
