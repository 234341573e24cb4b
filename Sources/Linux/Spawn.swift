import Basics
import CLinux

/// Starts children.
@safe public struct Spawn: @unchecked Sendable {
    /// How starting went.
    public enum Outcome: Equatable, Sendable {
        /// The child exists; through the descriptor it tells whether it executed (``StatusPipe``), or
        /// it is -1 for a child that shared memory and has executed.
        case started(pid: Int32, status: Int32)
        /// A child that shared memory failed at a step; it exits by itself.
        case failed(pid: Int32, step: Int32, error: SystemError)
        /// No child: fork(2) failed, or pipe(2).
        case refused(isPipe: Bool, error: SystemError)
    }

    /// Searched where the environment has no PATH.
    private static let defaultPath: Text =
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

    private let inherited: InheritedEnvironment
    private let handedOn: [UnsafePointer<CChar>]

    /// Starts children with `environment` below what each adds.
    public init(over environment: InheritedEnvironment) {
        inherited = environment
        unsafe handedOn = environment.handedOn(isCleared: false, listens: false)
    }

    /// Forks a child that does what `plan` says; its pid is in `slot` as soon as the fork returns.
    ///
    /// With `shares` swinit sleeps until the child has executed or failed (vfork(2)): faster, and only
    /// for a child whose steps cannot block.
    @inline(never)
    public func start(
        _ plan: ChildPlan, slot: UnsafeMutablePointer<Int32>? = nil, shares: Bool = false
    ) -> Outcome {
        var pipe: StatusPipe?
        if !shares {
            do throws(SystemError) {
                pipe = try StatusPipe()
            } catch {
                return .refused(isPipe: true, error: error)
            }
        }
        var child = unsafe swinit_child()
        unsafe child.status = pipe?.writing ?? -1
        let pid = unsafe fork(plan, as: &child, slot: slot, shares: shares)
        pipe?.closeWriting()
        guard pid > 0 else {
            let error = SystemError.last
            if let pipe { StatusPipe.closeReading(pipe.reading) }
            return .refused(isPipe: false, error: error)
        }
        if shares, unsafe child.failed_step != 0 {
            return unsafe .failed(
                pid: pid, step: child.failed_step, error: SystemError(number: child.failed_error))
        }
        return .started(pid: pid, status: pipe?.reading ?? -1)
    }

    @inline(never)
    private func fork(
        _ plan: ChildPlan, as child: inout swinit_child, slot: UnsafeMutablePointer<Int32>?,
        shares: Bool
    ) -> Int32 {
        unsafe describe(plan, in: &child)
        var arena = CStringArena()
        let arguments = plan.arguments.map { arena.add($0) }
        let overrides = plan.environment.map { arena.add($0) }
        let listenPID = plan.listens ? arena.add("LISTEN_PID=0000000000\0") : nil
        let path = arena.add(Self.defaultPath)
        let directory = plan.directory.map { arena.add($0) }
        let input = Self.add(plan.input, to: &arena)
        let output = Self.add(plan.output, to: &arena)
        let errors = Self.add(plan.errors, to: &arena)
        let groups = plan.identity?.supplementary ?? []
        let limits = Self.limits(of: plan)
        var bytes = arena.bytes
        return unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
            guard let base = buffer.baseAddress else { return -1 }
            var words = unsafe [UnsafePointer<CChar>?]()
            for offset in arguments { unsafe words.append(UnsafePointer(base + offset)) }
            unsafe words.append(nil)
            let environment = unsafe self.environment(
                for: plan, overrides: overrides, listenPID: listenPID, base: base)
            unsafe child.path = Self.path(in: environment) ?? UnsafePointer(base + path)
            unsafe child.directory = directory.map { unsafe UnsafePointer(base + $0) }
            unsafe child.input = input.map { unsafe UnsafePointer(base + $0) }
            unsafe child.output = output.map { unsafe UnsafePointer(base + $0) }
            unsafe child.errors = errors.map { unsafe UnsafePointer(base + $0) }
            unsafe child.listen_pid = listenPID.map { unsafe base + $0 + 11 }
            return unsafe words.withUnsafeBufferPointer { words in
                unsafe environment.withUnsafeBufferPointer { environment in
                    unsafe groups.withUnsafeBufferPointer { groups in
                        unsafe limits.withUnsafeBufferPointer { limits in
                            unsafe plan.cpus.withUnsafeBufferPointer { cpus in
                                unsafe child.arguments = words.baseAddress
                                unsafe child.environment = environment.baseAddress
                                unsafe child.groups = groups.baseAddress
                                unsafe child.limits = limits.baseAddress
                                unsafe child.cpus = cpus.baseAddress
                                return unsafe swinit_spawn(&child, slot, shares ? 1 : 0)
                            }
                        }
                    }
                }
            }
        }
    }

    private func describe(_ plan: ChildPlan, in child: inout swinit_child) {
        unsafe child.leads_session = plan.leadsSession ? 1 : 0
        unsafe child.takes_terminal = plan.takesTerminal ? 1 : 0
        unsafe child.lacks_account = plan.lacksAccount ? 1 : 0
        unsafe child.input_kind = Self.kind(of: plan.input)
        unsafe child.output_kind = Self.kind(of: plan.output)
        unsafe child.errors_kind = Self.kind(of: plan.errors)
        if let identity = plan.identity {
            unsafe child.has_user = 1
            unsafe child.user = identity.user
            unsafe child.group = identity.group
            unsafe child.has_groups = identity.supplementary == nil ? 0 : 1
            unsafe child.group_count = Int32(clamping: identity.supplementary?.count ?? 0)
        }
        if let nice = plan.nice { unsafe (child.has_nice, child.nice) = (1, nice) }
        if let score = plan.oomScore { unsafe (child.has_oom_score, child.oom_score) = (1, score) }
        if let umask = plan.umask { unsafe (child.has_umask, child.umask) = (1, umask) }
        if let limit = plan.fileLimit {
            unsafe child.file_limit_soft = limit.soft
            unsafe child.file_limit_hard = limit.hard
        }
        unsafe child.cpu_words = Int32(clamping: plan.cpus.count)
        unsafe child.limit_count = Int32(clamping: plan.limits.count)
        unsafe child.mask = plan.mask.bits
        unsafe child.defaults = plan.defaults.bits
        unsafe child.ignores = plan.ignores.bits
        unsafe child.parent_death_signal = plan.parentDeathSignal?.rawValue ?? 0
    }

    /// The child's environment, with a null at the end; later entries replace earlier ones.
    @inline(never)
    private func environment(
        for plan: ChildPlan, overrides: [Int], listenPID: Int?, base: UnsafeMutablePointer<CChar>
    ) -> [UnsafePointer<CChar>?] {
        var entries = unsafe handedOn
        if plan.clearsEnvironment || plan.listens {
            unsafe entries = inherited.handedOn(
                isCleared: plan.clearsEnvironment, listens: plan.listens)
        }
        for offset in overrides + (listenPID.map { [$0] } ?? []) {
            let entry = unsafe UnsafePointer(base + offset)
            var isNew = true
            for index in unsafe entries.indices
            where unsafe InheritedEnvironment.isSameName(entries[index], entry) {
                unsafe entries[index] = entry
                isNew = false
                break
            }
            if isNew { unsafe entries.append(entry) }
        }
        var block = unsafe [UnsafePointer<CChar>?]()
        unsafe block.reserveCapacity(entries.count + 1)
        for index in unsafe entries.indices { unsafe block.append(entries[index]) }
        unsafe block.append(nil)
        return unsafe block
    }

    @inline(never)
    private static func path(in environment: [UnsafePointer<CChar>?]) -> UnsafePointer<CChar>? {
        for index in unsafe environment.indices {
            guard let entry = unsafe environment[index] else { return nil }
            if let value = unsafe InheritedEnvironment.value(of: "PATH", in: entry) {
                return unsafe value
            }
        }
        return nil
    }

    @inline(never)
    private static func kind(of stream: ChildPlan.Stream) -> UInt8 {
        switch stream {
        case .inherited: UInt8(SWINIT_STREAM_INHERIT.rawValue)
        case .null: UInt8(SWINIT_STREAM_NULL.rawValue)
        case .file: UInt8(SWINIT_STREAM_FILE.rawValue)
        case .joined: UInt8(SWINIT_STREAM_JOINED.rawValue)
        }
    }

    @inline(never)
    private static func add(_ stream: ChildPlan.Stream, to arena: inout CStringArena) -> Int? {
        if case .file(let path) = stream { arena.add(path) } else { nil }
    }

    private static func limits(of plan: ChildPlan) -> [swinit_limit] {
        plan.limits.map {
            swinit_limit(resource: $0.resource, index: 0, soft: $0.soft, hard: $0.hard)
        }
    }
}
