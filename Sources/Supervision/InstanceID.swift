/// One process slot of the supervisor's table: an index, valid from the job's appearance in the
/// configuration until it has gone from it and its process has ended.
public struct InstanceID: Hashable, Comparable, Sendable {
    public let index: Int

    public init(_ index: Int) {
        self.index = index
    }

    public static func < (left: InstanceID, right: InstanceID) -> Bool {
        left.index < right.index
    }
}
