import Basics

/// When a job is given up, when it is ready, how it is probed.
extension ConfigurationText {
    @inline(never)
    mutating func writeLimit(_ setting: JobSpec.Setting) {
        begin(setting.option)
        append(" \(setting.number >> 1)")
        if let period = setting.words.first { add(" in ", milliseconds: period) }
        if setting.number & 1 == 1 { add(" then shutdown") }
        end()
    }

    mutating func writeReadiness(of job: JobSpec) {
        guard let readiness = job.readiness else { return }
        begin(.ready)
        if let pause = readiness.within { add(" within ", milliseconds: "\(pause.count)") }
        write(readiness.form, readiness.words)
    }

    mutating func writeHealth(of job: JobSpec) {
        guard let health = job.health else { return }
        begin(.health)
        let names = Text(stringLiteral: ProbeLine.times)
        for index in 0...3 {
            let number = health.numbers.word(index)
            append(" \(names.word(index)) ")
            if index == ProbeLine.failures {
                append(number)
            } else {
                add("", milliseconds: number)
            }
        }
        write(health.form, health.words)
    }

    /// Ends the line with the form, behind which a command may take the rest.
    @inline(never)
    private mutating func write(_ form: ProbeForm, _ words: [Text]) {
        append(" \(form.name)")
        add(words)
        end()
    }

    /// Adds `words` and the length of time that is `milliseconds` in digits.
    @inline(never)
    private mutating func add(_ words: StaticString, milliseconds: Text) {
        add(words)
        append(DurationText.write(Int64(clamping: milliseconds.decimal ?? 0)))
    }
}
