import Basics
import CLinux
import Linux

/// Where lines of a log end.
///
///     opening ──► writing ──► syncing ► renaming ► creating ► marking ┬► processing ► processed ┐
///        │           ▲                                     │          └─────────┬───────────────┘
///        ▼           │                                     │ numbered           ▼
///     linking ...    └─────────────────────────────────────┴──── linking ► unlinking ► pruning
///
/// A step that fails is done again five seconds later; until then nothing is taken in, and nothing is
/// lost. Nothing here waits but a disk.
final class LogPlace {
    enum Kind: UInt8 {
        /// A directory of multilog's: `current`, and older files by their labels.
        case directory
        /// A file, and older ones with numbers behind its name.
        case numbered
        /// A file that each line takes the place of (`=FILE`).
        case overwritten
    }

    enum Step: UInt8 {
        case opening, writing
        case syncing, renaming, creating, marking, processing, processed
        case linking, unlinking, pruning
        /// The file found after a crash was saved; the one that was written then comes next.
        case saving
        /// It is closed when all is written.
        case closing, closed
    }

    let kind: Kind
    let terms: LogTerms
    /// As it was written.
    let path: Text
    /// What the file that is written is called in its directory.
    let name: Text
    /// How large the file gets, how many older ones there are, and the command for those.
    var size: Int
    var count: Int
    var processor: Text

    var step = Step.opening
    var folder: Int32 = -1
    var lock: Int32 = -1
    var file: Int32 = -1
    /// The file that was renamed, until its mode is set.
    var old: Int32 = -1
    /// How much the file holds.
    var written = 0
    /// What stands at the end of the file is a whole line.
    var isAtLineStart = true
    var isRotationDue = false
    /// It is closed as soon as all is written.
    var isEnding = false
    /// It was not opened yet.
    var isFirst = true
    /// It was opened again already since it was last asked to go on.
    var isOpenedAgain = false
    /// swinit ends: no more is renamed, and nothing runs any more.
    var isHurried = false

    /// What is being saved, with which letter behind its label, and where it goes on then.
    var source: Text = "previous"
    var code: UInt8 = 0
    var after = Step.writing

    var child = ChildState.none
    /// The number of the file that is compressed, which rotations count up; 0 for none.
    var compressed = 0
    /// That has failed, and nobody needs to hear it again.
    var isCompressionLost = false

    /// Lines that this place gets at present.
    var isSelected = true
    var queue = LogQueue()

    /// What is tried, `%` for the path; and why it went wrong last.
    var attempt: StaticString = ""
    private var trouble = Text([])
    /// What there is to say.
    var reports: [Text] = []
    /// When it is tried again.
    private(set) var deadline: Instant?

    enum ChildState: UInt8 {
        case none, wanted, running
    }

    init(
        _ kind: Kind, _ path: Text, _ terms: LogTerms, size: Int = .max, count: Int = 1,
        processor: Text = Text([])
    ) {
        self.kind = kind
        self.path = path
        self.terms = terms
        self.size = size
        self.count = count
        self.processor = processor
        name =
            kind == .directory
            ? "current" : path.slice((path.lastIndex(of: 47) ?? -1) + 1..<path.count)
    }

    deinit {
        release()
    }

    /// Something is left to do before more can be taken in.
    var isBusy: Bool {
        step == .writing ? !queue.isEmpty || isRotationDue || isEnding : step != .closed
    }

    /// It could not be opened.
    var isFatal: Bool { step == .opening && deadline != nil }

    /// Goes on as far as possible.
    @inline(never)
    func advance(_ now: Instant) {
        if let deadline, now < deadline { return }
        deadline = nil
        isOpenedAgain = false
        var isAssumed = false
        do throws(SystemError) {
            while true {
                if !isAssumed, step != .writing {
                    terms.assume()
                    isAssumed = true
                }
                guard let next = try perform() else { break }
                step = next
            }
        } catch {
            fail(error, now)
        }
        if isAssumed { terms.drop() }
    }

    @inline(never)
    private func perform() throws(SystemError) -> Step? {
        switch step {
        case .opening: return try open()
        case .writing: return try write()
        case .syncing: return try sync()
        case .renaming: return try rename()
        case .creating: return try create()
        case .marking: return try mark()
        case .processing:
            if isHurried { return .writing }
            if child == .none { child = .wanted }
            return nil
        case .processed: return try takeProcessed()
        case .linking: return try link()
        case .unlinking:
            attempt = "unable to remove %/#"
            try unlink(source)
            return .pruning
        case .pruning:
            try prune()
            return after
        case .saving: return try saveCurrent()
        case .closing: return try finish()
        case .closed: return nil
        }
    }

    // MARK: - Troubles

    @inline(never)
    private func fail(_ error: SystemError, _ now: Instant) {
        let reason: Text =
            switch error.number {
            case _ where !terms.isInit: ErrorWords.of(error)
            case ELOOP: "it is a symbolic link"
            case EINVAL: "it is no regular file"
            default: error.reason
            }
        let pause: Text = terms.isInit || step == .opening ? "" : ", pausing"
        complain("\(filled(attempt))\(pause): \(reason)", now)
    }

    /// Tells of what goes wrong, and tries it again later.
    @inline(never)
    func complain(_ words: Text, _ now: Instant) {
        deadline = now + LogSink.pause
        if terms.isInit && words == trouble { return }
        trouble = words
        reports.append(words)
    }

    /// Has it go on at once, and only write: what is left is the next start's.
    func hurry() {
        deadline = nil
        isHurried = true
    }

    /// What was wrong is so no longer.
    @inline(never)
    func recover() {
        if trouble.isEmpty { return }
        trouble = Text([])
        if terms.isInit { reports.append("\(path) is written again") }
    }

    /// `pattern` with the path in place of `%` and what is being saved in that of `#`.
    @inline(never)
    func filled(_ pattern: StaticString) -> Text {
        var bytes: [UInt8] = []
        for byte in Text(stringLiteral: pattern).bytes {
            switch byte {
            case UInt8(ascii: "%"): path.render(into: &bytes)
            case UInt8(ascii: "#"): source.render(into: &bytes)
            default: bytes.append(byte)
            }
        }
        return Text(bytes)
    }
}
