public import Basics
import CLinux

/// The table of jobs that outlives a crash of swinit: plain numbers in shared memory (memfd_create(2)).
///
/// It lives as long as the process; the fault handler reads it at any moment.
@safe public final class FaultTable {
    /// More jobs than this have no record.
    public static let largest = 100_000

    private let descriptor: Int32
    private var table: UnsafeMutablePointer<swinit_table>
    private var size: Int

    private init(descriptor: Int32, table: UnsafeMutablePointer<swinit_table>, size: Int) {
        self.descriptor = descriptor
        unsafe self.table = table
        self.size = size
        unsafe swinit_fault_table_set(table, descriptor)
    }

    @inline(never)
    private static func bytes(for capacity: Int) -> Int {
        let wanted =
            MemoryLayout<swinit_table>.size
            + min(max(capacity, 1), largest) * MemoryLayout<swinit_slot>.stride
        return (wanted + 4095) / 4096 * 4096
    }

    /// Makes a table with room for `capacity` jobs.
    @inline(never)
    public static func make(capacity: Int) throws(SystemError) -> FaultTable {
        let descriptor = try system { unsafe swinit_memory_file("swinit") }
        let size = bytes(for: capacity)
        try system { ftruncate(descriptor, size) }
        let made = try unsafe map(descriptor, size)
        unsafe made.pointee.magic = SWINIT_TABLE_MAGIC
        unsafe made.pointee.version = SWINIT_TABLE_VERSION
        unsafe made.pointee.owner = getpid()
        unsafe made.pointee.sources = -1
        unsafe made.pointee.binary = swinit_open_self()
        unsafe made.pointee.capacity = Self.capacity(of: size)
        return unsafe FaultTable(descriptor: descriptor, table: made, size: size)
    }

    /// Takes over the table that the image before this one left behind ``FaultRecovery/findTable()``.
    @inline(never)
    public static func adopt(_ descriptor: Int32) throws(SystemError) -> FaultTable {
        var size: Int64 = 0
        try system { unsafe swinit_is_directory(descriptor, &size) }
        guard size >= Int64(MemoryLayout<swinit_table>.size) else {
            throw SystemError(number: EINVAL)
        }
        let found = try unsafe map(descriptor, Int(size))
        _ = swinit_set_close_on_exec(unsafe found.pointee.sources, 1)
        _ = swinit_set_close_on_exec(unsafe found.pointee.binary, 1)
        if unsafe found.pointee.output > 0 {
            _ = swinit_set_close_on_exec(unsafe found.pointee.output, 1)
        }
        unsafe found.pointee.capacity = min(found.pointee.capacity, capacity(of: Int(size)))
        unsafe found.pointee.slot_count = min(found.pointee.slot_count, found.pointee.capacity)
        return unsafe FaultTable(descriptor: descriptor, table: found, size: Int(size))
    }

    @inline(never)
    private static func capacity(of size: Int) -> UInt32 {
        UInt32(
            clamping: (size - MemoryLayout<swinit_table>.size) / MemoryLayout<swinit_slot>.stride)
    }

    @inline(never)
    private static func map(
        _ descriptor: Int32, _ size: Int
    ) throws(SystemError) -> UnsafeMutablePointer<swinit_table> {
        let address = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let address = unsafe address, Int(bitPattern: address) != -1 else {
            throw .last
        }
        return unsafe address.assumingMemoryBound(to: swinit_table.self)
    }

    /// Makes room for `count` jobs and says that there are as many.
    @inline(never)
    public func resize(to count: Int) throws(SystemError) {
        let wanted = Self.bytes(for: count)
        if wanted > size {
            let file = descriptor
            try system { ftruncate(file, wanted) }
            let grown = try unsafe Self.map(descriptor, wanted)
            let old = unsafe table
            let oldSize = size
            unsafe table = grown
            size = wanted
            unsafe swinit_fault_table_set(table, descriptor)
            unsafe munmap(old, oldSize)
            unsafe table.pointee.capacity = Self.capacity(of: wanted)
        }
        unsafe table.pointee.slot_count = min(UInt32(clamping: count), table.pointee.capacity)
    }

    @inline(never)
    private func slot(_ index: Int) -> UnsafeMutablePointer<swinit_slot>? {
        guard index >= 0, unsafe index < Int(table.pointee.capacity) else { return nil }
        let first = unsafe UnsafeMutableRawPointer(table) + MemoryLayout<swinit_table>.size
        return unsafe first.assumingMemoryBound(to: swinit_slot.self) + index
    }

    /// How many jobs have a record.
    public var count: Int { unsafe Int(table.pointee.slot_count) }

    /// Where C code writes the pid of job `index` as its fork returns; valid until ``resize(to:)``.
    public func pidSlot(_ index: Int) -> UnsafeMutablePointer<Int32>? {
        guard let slot = unsafe slot(index) else { return nil }
        return unsafe UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Int32.self)
    }

    /// The pid that C code wrote last for job `index`; 0 for none.
    @inline(never)
    public func pid(_ index: Int) -> Int32 {
        guard let slot = unsafe slot(index) else { return 0 }
        return unsafe slot.pointee.pid
    }

    /// Stores the record of job `index`, and its pid: 0 for none.
    @inline(never)
    public func store(_ words: [Int64], pid: Int32, at index: Int) {
        guard let slot = unsafe slot(index) else { return }
        unsafe slot.pointee.pid = pid
        unsafe withUnsafeMutableBytes(of: &slot.pointee.words) { bytes in
            let stored = unsafe bytes.bindMemory(to: Int64.self)
            for index in 0..<min(words.count, stored.count) {
                unsafe stored[index] = words[index]
            }
        }
    }

    /// The record of job `index`.
    @inline(never)
    public func words(_ index: Int) -> [Int64] {
        guard let slot = unsafe slot(index) else { return [] }
        return unsafe withUnsafeBytes(of: slot.pointee.words) { bytes in
            unsafe Array(bytes.bindMemory(to: Int64.self))
        }
    }

    /// Both ends of the pipe behind a stream of job `index`, which the next image inherits; nil for none.
    ///
    /// The streams are 0 for standard output, 1 for standard error, 2 for standard input.
    @inline(never)
    public func pipe(ofStream number: Int, at index: Int) -> StreamPipe? {
        guard let slot = unsafe slot(index) else { return nil }
        var ends: (Int32, Int32) = (0, 0)
        unsafe withUnsafeBytes(of: &slot.pointee.streams) { bytes in
            let streams = unsafe bytes.bindMemory(to: Int32.self)
            guard number >= 0, 2 * number + 1 < streams.count else { return }
            unsafe ends = (streams[2 * number], streams[2 * number + 1])
        }
        return ends.0 > 0 ? StreamPipe(adopting: ends.0, ends.1) : nil
    }

    /// Stores both ends of the pipe behind a stream of job `index`; nil for none.
    @inline(never)
    public func store(_ pipe: StreamPipe?, ofStream number: Int, at index: Int) {
        guard let slot = unsafe slot(index) else { return }
        unsafe withUnsafeMutableBytes(of: &slot.pointee.streams) { bytes in
            let streams = unsafe bytes.bindMemory(to: Int32.self)
            guard number >= 0, 2 * number + 1 < streams.count else { return }
            unsafe streams[2 * number] = pipe?.reading ?? 0
            unsafe streams[2 * number + 1] = pipe?.writing ?? 0
        }
    }

    /// The folder `supervise` of the service that is job `index`, which the next image inherits; nil for
    /// none.
    public func service(_ index: Int) -> SuperviseFolder? {
        guard let slot = unsafe slot(index), unsafe slot.pointee.service.0 > 0 else { return nil }
        let numbers = unsafe slot.pointee.service
        return SuperviseFolder(
            folder: numbers.0, lock: numbers.1, control: numbers.2, ok: numbers.3)
    }

    /// Stores what ``service(_:)`` answers.
    @inline(never)
    public func storeService(_ folder: SuperviseFolder?, at index: Int) {
        guard let slot = unsafe slot(index) else { return }
        unsafe slot.pointee.service = (
            folder?.folder ?? 0, folder?.lock ?? 0, folder?.control ?? 0, folder?.ok ?? 0
        )
    }

    /// The memory file of output (``BlockFile``), which the next image inherits, or 0.
    public var output: Int32 {
        get { unsafe table.pointee.output }
        set { unsafe table.pointee.output = newValue }
    }

    /// What the file of the probe of job `index` was like when its process began
    /// (``FileFacts/signature``).
    public func file(at index: Int) -> UInt64 {
        guard let slot = unsafe slot(index) else { return 0 }
        return unsafe slot.pointee.file
    }

    /// Stores what the file of the probe of job `index` is like.
    public func storeFile(_ signature: UInt64, at index: Int) {
        guard let slot = unsafe slot(index) else { return }
        unsafe slot.pointee.file = signature
    }

    /// The descriptor through which job `index` tells that it is ready, which the next image inherits,
    /// and the user that it was last started as; 0 for none.
    public func ready(_ index: Int) -> (descriptor: Int32, user: UInt32) {
        guard let slot = unsafe slot(index) else { return (0, 0) }
        return unsafe (slot.pointee.ready, slot.pointee.ready_user)
    }

    /// Stores what ``ready(_:)`` answers; false where job `index` has no record.
    @inline(never)
    public func storeReady(_ descriptor: Int32, user: UInt32, at index: Int) -> Bool {
        guard let slot = unsafe slot(index) else { return false }
        unsafe (slot.pointee.ready, slot.pointee.ready_user) = (descriptor, user)
        return true
    }

    /// How many descriptors from 3 on jobs may listen on.
    public var listenCount: Int32 {
        get { unsafe table.pointee.listen_count }
        set { unsafe table.pointee.listen_count = newValue }
    }

    /// The supervisor's own record.
    public var own: [Int64] {
        get {
            unsafe withUnsafeBytes(of: table.pointee.own) { bytes in
                unsafe Array(bytes.bindMemory(to: Int64.self))
            }
        }
        set {
            unsafe withUnsafeMutableBytes(of: &table.pointee.own) { bytes in
                let stored = unsafe bytes.bindMemory(to: Int64.self)
                for index in 0..<min(newValue.count, stored.count) {
                    unsafe stored[index] = newValue[index]
                }
            }
        }
    }

    /// The memory file with the text of the configuration, or -1.
    public var sources: Int32 {
        get { unsafe table.pointee.sources }
        set {
            let old = unsafe table.pointee.sources
            unsafe table.pointee.sources = newValue
            if old >= 0 { _ = close(old) }
        }
    }

    /// Five real faults came within 10 s: only the bare mode is left.
    public var isBare: Bool { unsafe table.pointee.is_bare != 0 }

    /// The signal of the last real fault, or nil.
    public func takeLastFault() -> Signal? {
        let number = unsafe table.pointee.last_fault
        unsafe table.pointee.last_fault = 0
        return number == 0 ? nil : Signal(rawValue: number)
    }

    /// How long a shutdown may take, for the bare mode.
    public var budget: Milliseconds {
        get { Milliseconds(UInt64(clamping: unsafe table.pointee.budget)) }
        set { unsafe table.pointee.budget = Int64(clamping: newValue.count) }
    }

    /// The signal mask that swinit was started with.
    public var inheritedMask: SignalSet {
        get { SignalSet(bits: unsafe table.pointee.inherited_mask) }
        set { unsafe table.pointee.inherited_mask = newValue.bits }
    }

    /// The signals that were ignored when swinit was started.
    public var inheritedIgnored: SignalSet {
        get { SignalSet(bits: unsafe table.pointee.inherited_ignored) }
        set { unsafe table.pointee.inherited_ignored = newValue.bits }
    }

    /// RLIMIT_NOFILE as swinit found it, soft and hard; 0 where it was not raised.
    public var fileLimit: (soft: UInt64, hard: UInt64) {
        get { unsafe (table.pointee.file_limit_soft, table.pointee.file_limit_hard) }
        set {
            unsafe table.pointee.file_limit_soft = newValue.soft
            unsafe table.pointee.file_limit_hard = newValue.hard
        }
    }
}
