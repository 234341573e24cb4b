import Foundation
public import Testing

/// Something that a test needs and that not every machine has.
///
/// Where it is missing `swift test` skips the test and says why; with `SWINIT_REQUIRE_ALL=1`, as in CI,
/// the test runs and fails.
public enum Requirement: CaseIterable, Sendable {
    /// A user who may make namespaces.
    case namespaces
    /// The superuser.
    case root
    /// musl's headers and libc.a, or a binary in `SWINIT_BINARY`.
    case binary
    /// A C compiler, for the programs that tests run.
    case compiler
    case python
    /// A static busybox.
    case busybox
    /// Docker Engine's programs.
    case docker
    /// mmdebstrap, to make a Debian root.
    case debian
    /// The original daemontools.
    case daemontools

    /// Whether a test whose requirement is missing fails instead of being skipped.
    public static let allAreRequired =
        ProcessInfo.processInfo.environment["SWINIT_REQUIRE_ALL"] == "1"

    public var isMet: Bool {
        switch self {
        case .namespaces: Self.namespacesWork
        case .root: geteuid() == 0
        case .binary: SwinitBinary.isAvailable
        case .compiler: Command.find("gcc") != nil || Command.find("cc") != nil
        case .busybox: Command.find("busybox") != nil
        case .python: Command.find("python3") != nil
        case .docker: Command.find("dockerd") != nil && Command.find("docker") != nil
        case .debian: Command.find("mmdebstrap") != nil
        case .daemontools: Command.find("/usr/bin/multilog") != nil
        }
    }

    /// What is missing, and how to get it.
    public var reason: Comment {
        switch self {
        case .namespaces: "needs a user who may make PID namespaces (root, or user namespaces)"
        case .root: "needs root"
        case .binary: "needs the release binary: install musl-dev, or set SWINIT_BINARY"
        case .compiler: "needs a C compiler: install gcc"
        case .python: "needs python3"
        case .busybox: "needs a static busybox: install busybox-static"
        case .docker: "needs Docker Engine: install docker.io"
        case .debian: "needs mmdebstrap"
        case .daemontools: "needs the original daemontools"
        }
    }

    private static let namespacesWork: Bool = {
        let arguments = Container.unshareArguments + ["/bin/true"]
        return (try? Command.run(arguments))?.status == 0
    }()
}

extension Trait where Self == ConditionTrait {
    /// The test is skipped where `requirement` is not met, but fails where everything is required.
    public static func requires(_ requirement: Requirement) -> Self {
        .enabled(if: Requirement.allAreRequired || requirement.isMet, requirement.reason)
    }
}
