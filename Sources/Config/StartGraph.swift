import Basics

/// What must come before what, by `after` and by `wait`, or who restarts with whom: finds the circles,
/// which no start and no restart would ever leave.
///
/// It walks along the names (depth first), each job once. The jobs of a pattern are walked once for the
/// pattern, however many jobs have it, so that nothing grows with the number of pairs.
struct StartGraph {
    /// How many different patterns a configuration may have.
    static let patternLimit = 256
    /// As many circles are looked for.
    private static let circleLimit = 10
    /// As many jobs of a circle are shown.
    private static let shownLimit = 16

    /// A job on the way.
    private struct Step: BitwiseCopyable {
        var job: Int32
        /// Which of its words the way leaves it by; -1 for what holds it back.
        var word: Int32 = -1
        /// With a pattern, the next job that may match it, which then is not 0.
        var next: Int32 = 0

        /// The word by which the way left it, or -1.
        var last: Int { Int(next > 0 ? word : word - 1) }
    }

    /// What is known of a pattern.
    private struct Pattern: BitwiseCopyable {
        /// All of its jobs were walked, but for this one, to which it belonged.
        var owner: Int32 = -1
        var isWalked = false
        /// The first job that it means, and the first of these that is disabled; -1 for none.
        var first: Int32 = -1
        var disabled: Int32 = -1
    }

    /// A circle.
    struct Circle {
        /// `a -> b -> a`.
        var path: Text
        /// A job in it and the word of it that leads on.
        var job: Int
        var word: Int
        /// A job in it that is held back, and by which barrier; nil where there is none.
        var held: (job: Int, barrier: Int)?
    }

    private var option = Option.after
    /// The first job that the walk may not have begun from.
    private var start = 0
    /// How many more circles are looked for.
    private var left = 0
    private let jobs: [JobSpec]
    private let names: NameIndex
    /// The barrier that holds each job back, -1 for none; empty where none counts.
    private var barriers = PackedArray<Int32>()
    /// For each job 0 where it was not met yet, 1 on the way, 2 where all behind it is known.
    private var marks: [UInt8] = []
    private var steps = PackedArray<Step>()
    /// The patterns, as jobs of that name: the index of names knows no other list.
    private var patternJobs: [JobSpec] = []
    private var patternNames = NameIndex()
    private var patterns = PackedArray<Pattern>()

    init(_ jobs: [JobSpec], _ names: NameIndex) {
        self.jobs = jobs
        self.names = names
    }

    // MARK: - Patterns

    /// The job that `word` names, or the first that it means, and the first of these that is disabled;
    /// nil where there is none.
    ///
    /// It has no answer past ``patternLimit``.
    @inline(never)
    mutating func meaning(of word: Text) -> (first: Int, disabled: Int?)? {
        if let place = names.place(of: word, in: jobs) {
            return (place, jobs[place].has(.disable) ? place : nil)
        }
        guard let number = pattern(word), patterns[number].first >= 0 else { return nil }
        let disabled = Int(patterns[number].disabled)
        return (Int(patterns[number].first), disabled < 0 ? nil : disabled)
    }

    /// There are more patterns than are looked at.
    var isFull: Bool { patterns.count >= Self.patternLimit }

    /// The number of the pattern `word`; nil for a word that is none.
    @inline(never)
    private mutating func pattern(_ word: Text) -> Int? {
        guard word.isGlob, word.count <= 4 * JobName.longest else { return nil }
        if let number = patternNames.place(of: word, in: patternJobs) { return number }
        guard !isFull else { return nil }
        var pattern = Pattern()
        for place in jobs.indices where jobs[place].name.matches(glob: word) {
            if pattern.first < 0 { pattern.first = Int32(clamping: place) }
            if pattern.disabled < 0, jobs[place].has(.disable) {
                pattern.disabled = Int32(clamping: place)
            }
        }
        var entry = JobSpec()
        entry.name = word
        patternJobs.append(entry)
        patternNames.addLast(of: patternJobs)
        patterns.append(pattern)
        return patterns.count - 1
    }

    // MARK: - Circles

    /// Finds which barrier holds each job back: the last one before it in start order.
    @inline(never)
    mutating func findBarriers() {
        var keys: [UInt64] = []
        barriers = PackedArray(repeating: -1, count: jobs.count)
        for place in jobs.indices {
            // A job `main` without `cmd` gets one from the command line, and then is the last.
            let isLast = !jobs[place].has(.command)
            let order = isLast ? Int32.max : jobs[place].placement.order
            keys.append(
                (isLast ? 1 << 63 : 0) | UInt64(UInt32(bitPattern: order) ^ 1 << 31) << 24
                    | UInt64(place))
        }
        sortKeys(&keys)
        var barrier: Int32 = -1
        for key in keys {
            let place = Int(key & (1 << 24 - 1))
            let placement = jobs[place].placement
            // An operator starts it, who does not wait.
            if placement.isDisabled { continue }
            barriers[place] = barrier
            if placement.barrier != .none, jobs[place].instances > 0, jobs[place].has(.command) {
                barrier = Int32(clamping: place)
            }
        }
    }

    /// Begins to look for circles of the words of `option`, and of ``findBarriers()`` where that was
    /// called.
    @inline(never)
    mutating func follow(_ option: Option) {
        self.option = option
        marks = [UInt8](repeating: 0, count: jobs.count)
        for number in patterns.indices { patterns[number].isWalked = false }
        start = 0
        left = Self.circleLimit
    }

    /// The next circle; nil where there are no more, or too many.
    @inline(never)
    mutating func nextCircle() -> Circle? {
        while left > 0 {
            guard let step = steps.last else {
                while start < jobs.count, marks[start] != 0 { start += 1 }
                guard start < jobs.count else { return nil }
                enter(start)
                continue
            }
            guard let next = nextJob(from: step) else {
                marks[Int(step.job)] = 2
                steps.removeLast()
                continue
            }
            if marks[next] == 0 {
                enter(next)
            } else if marks[next] == 1 {
                left -= 1
                return circle(to: next)
            }
        }
        return nil
    }

    @inline(never)
    private mutating func enter(_ place: Int) {
        marks[place] = 1
        steps.append(Step(job: Int32(clamping: place)))
        // Where nothing holds jobs back the words are all.
        if barriers.isEmpty { steps[steps.count - 1].word = 0 }
    }

    /// Where the way leads on from `step`, the last one, which is moved on; nil at its end.
    private mutating func nextJob(from step: Step) -> Int? {
        var step = step
        let place = Int(step.job)
        let words = jobs[place].words(option)
        defer { steps[steps.count - 1] = step }
        if step.word < 0 {
            step.word = 0
            if barriers[place] >= 0 { return Int(barriers[place]) }
        }
        while Int(step.word) < words.count {
            let word = words[Int(step.word)]
            if let found = names.place(of: word, in: jobs) {
                step.word += 1
                return found
            }
            if let number = pattern(word) {
                if let found = match(number, &step, of: place) { return found }
            }
            step.word += 1
            step.next = 0
        }
        return nil
    }

    /// The next job that pattern `number` means for the one at `place`, which it never means itself.
    private mutating func match(_ number: Int, _ step: inout Step, of place: Int) -> Int? {
        if patterns[number].isWalked {
            // All that it means is known, but for the job that it was walked for.
            let owner = Int(patterns[number].owner)
            guard step.next == 0, owner >= 0, owner != place else { return nil }
            step.next = 1
            return owner
        }
        let word = patternJobs[number].name
        var isOwn = false
        while Int(step.next) < jobs.count {
            let next = Int(step.next)
            step.next += 1
            guard jobs[next].name.matches(glob: word) else { continue }
            if next != place { return next }
            isOwn = true
        }
        isOwn = isOwn || jobs[place].name.matches(glob: word)
        patterns[number].isWalked = true
        patterns[number].owner = isOwn ? Int32(clamping: place) : -1
        return nil
    }

    /// The circle that leads from the job at `start` on the way back to it.
    private func circle(to start: Int) -> Circle {
        var first = steps.count - 1
        while first > 0, Int(steps[first].job) != start { first -= 1 }
        var circle = Circle(path: Text([]), job: start, word: -1)
        for index in first..<steps.count {
            let step = steps[index]
            let place = Int(step.job)
            let next = index + 1 < steps.count ? Int(steps[index + 1].job) : start
            if index - first < Self.shownLimit {
                circle.path = "\(circle.path)\(jobs[place].name) -> "
            } else if index - first == Self.shownLimit {
                circle.path = "\(circle.path)... -> "
            }
            if step.last < 0 {
                circle.held = (place, next)
            } else {
                (circle.job, circle.word) = (place, step.last)
            }
        }
        circle.path = "\(circle.path)\(jobs[start].name)"
        return circle
    }
}
