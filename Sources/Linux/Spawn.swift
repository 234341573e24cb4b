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
    public static let defaultPath: StaticString =
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    /// LISTEN_PID with room for any pid, which the child writes.
    static let listenPID: Text = "LISTEN_PID=0000000000"

    private let inherited: InheritedEnvironment
    private let handedOn: [UnsafePointer<CChar>]

    /// How many descriptors from 3 on are for children that ask for them (sd_listen_fds(3)).
    private let held: Int32

    /// Starts children with `environment` below what each adds; `held` descriptors from 3 on are for
    /// those that listen.
    public init(over environment: InheritedEnvironment, holding held: Int32 = 0) {
        inherited = environment
        self.held = held
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
        let error = SystemError.last
        pipe?.closeWriting()
        guard pid > 0 else {
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
        var entries = unsafe handedOn
        if plan.clearsEnvironment || plan.listens {
            unsafe entries = inherited.handedOn(
                isCleared: plan.clearsEnvironment, listens: plan.listens)
        }
        var own = plan.environment
        if plan.listens { own.append(Self.listenPID) }
        // What has no length of its own: vectors' ends, alignment.
        var room = unsafe 128 + entries.count * LaunchBlock.pointerSize
        room += LaunchBlock.room(for: plan.arguments) + LaunchBlock.room(for: own)
        room += LaunchBlock.room(for: plan.paths)
        room += plan.limits.count * MemoryLayout<swinit_limit>.stride + plan.cpus.count * 8
        room += (plan.identity?.supplementary?.count ?? 0) * 4
        guard var block = LaunchBlock(size: room) else { return -1 }
        unsafe describe(plan, in: &child)
        unsafe child.arguments = block.vector(plan.arguments)
        unsafe Self.setEnvironment(entries, own, listens: plan.listens, in: &child, &block)
        unsafe child.directory = block.path(plan.directory)
        unsafe child.input = block.path(plan.input.path)
        unsafe child.output = block.path(plan.output.path)
        unsafe child.errors = block.path(plan.errors.path)
        unsafe child.groups = block.add(plan.identity?.supplementary ?? PackedArray())
        unsafe child.cpus = block.add(plan.cpus)
        unsafe child.limits = block.limits(plan.limits)
        guard !block.isFull else { return -1 }
        return unsafe swinit_spawn(&child, slot, shares ? 1 : 0)
    }

    /// The inherited entries, replaced by those of `own` that set the same variable, then the rest.
    @inline(never)
    static func setEnvironment(
        _ inherited: [UnsafePointer<CChar>], _ own: [Text], listens: Bool,
        in child: inout swinit_child, _ block: inout LaunchBlock
    ) {
        guard let entries = unsafe block.entries(inherited.count + own.count) else { return }
        var count = 0
        for index in unsafe inherited.indices {
            unsafe entries[count] = inherited[index]
            count += 1
        }
        for text in own {
            guard let entry = unsafe block.add(text) else { return }
            var place = 0
            while place < count, let other = unsafe entries[place],
                unsafe !InheritedEnvironment.isSameName(other, entry)
            {
                place += 1
            }
            if text.firstIndex(of: 61) == nil {
                // A name alone is a variable that is taken away.
                guard place < count else { continue }
                count -= 1
                unsafe entries[place] = entries[count]
                continue
            }
            unsafe entries[place] = UnsafePointer(entry)
            count = max(count, place + 1)
            // Where it is asked for it is the last; the digits stand behind its name.
            if listens { unsafe child.listen_pid = entry + 11 }
        }
        unsafe entries[count] = nil
        unsafe child.environment = UnsafePointer(entries)
        unsafe child.path = path(in: entries)
    }

    private func describe(_ plan: ChildPlan, in child: inout swinit_child) {
        unsafe child.leads_session = plan.leadsSession ? 1 : 0
        unsafe child.takes_terminal = plan.takesTerminal ? 1 : 0
        unsafe child.lost_step = plan.lostStep
        unsafe child.hidden_count = plan.listens ? 0 : held
        unsafe child.shown_count = plan.listens ? held : 0
        unsafe child.ready_descriptor = plan.ready.descriptor
        unsafe child.ready_number = plan.ready.number
        unsafe child.input_descriptor = plan.input.descriptor
        unsafe child.output_descriptor = plan.output.descriptor
        unsafe child.errors_descriptor = plan.errors.descriptor
        unsafe child.refuses_privileges = plan.refusesPrivileges ? 1 : 0
        if let capabilities = plan.capabilities {
            unsafe child.has_capabilities = 1
            unsafe child.keeps_capabilities = capabilities.keeps ? 1 : 0
            unsafe child.capabilities = capabilities.mask
        }
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
        if let limit = plan.fileLimit { unsafe child.file_limit_soft = limit.soft }
        unsafe child.cpu_words = Int32(clamping: plan.cpus.count)
        unsafe child.limit_count = Int32(clamping: plan.limits.count)
        unsafe child.mask = plan.mask.bits
        unsafe child.defaults = plan.defaults.bits
        unsafe child.ignores = plan.ignores.bits
        unsafe child.parent_death_signal = plan.parentDeathSignal?.rawValue ?? 0
    }

    @inline(never)
    private static func path(
        in environment: UnsafeMutablePointer<LaunchBlock.Entry>
    ) -> UnsafePointer<CChar> {
        var next = unsafe environment
        while let entry = unsafe next.pointee {
            if let value = unsafe InheritedEnvironment.value(of: "PATH", in: entry) {
                return unsafe value
            }
            unsafe next += 1
        }
        return unsafe defaultPathPointer
    }

    /// ``defaultPath``, which the compiler ends with a NUL.
    static var defaultPathPointer: UnsafePointer<CChar> {
        unsafe UnsafeRawPointer(defaultPath.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    @inline(never)
    private static func kind(of stream: ChildPlan.Stream) -> UInt8 {
        switch stream {
        case .inherited: UInt8(SWINIT_STREAM_INHERIT.rawValue)
        case .null: UInt8(SWINIT_STREAM_NULL.rawValue)
        case .file: UInt8(SWINIT_STREAM_FILE.rawValue)
        case .joined: UInt8(SWINIT_STREAM_JOINED.rawValue)
        case .descriptor: UInt8(SWINIT_STREAM_DESCRIPTOR.rawValue)
        }
    }
}
