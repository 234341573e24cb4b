// swift-tools-version: 6.2
import PackageDescription

// Debug is ordinary Swift on glibc, so that tests have the whole language and its checks.
// Release is Embedded Swift on musl, linked statically: it needs Debian's or Ubuntu's musl-dev
// (headers, C runtime start files, libc.a).
#if arch(arm64)
    let triplet = "aarch64-linux-musl"
#else
    let triplet = "x86_64-linux-musl"
#endif
let headers = "/usr/include/\(triplet)"
let library = "/usr/lib/\(triplet)"

// As flags, not `.enableExperimentalFeature`: SwiftPM passes that to every link, whatever its
// condition, and a debug program linked so has no Swift runtime.
let embedded = ["-enable-experimental-feature", "Embedded"]
// Objects are LLVM bitcode, also those of C, and become code when the whole program is linked: unused
// parameters go, and equal stretches of different modules become one. The driver knows `-lto` only for
// its own names of objects, not for those that SwiftPM gives it: hence the frontend's flags.
let bitcode = ["-emit-bc", "-lto=llvm-full", "-function-sections", "-mergeable-traps"]
// What makes code faster by making it larger is off: PID 1 is idle. For the same reason functions that are
// called from several places carry `@inline(never)`: -Osize alone still inlines them everywhere.
// object-outliner is off because it is wrong: it names constant arrays by function and number, each module
// numbers them in its own order, and the linker takes one for the other.
let smaller = [
    "-inline-threshold=0",
    "-sil-inline-never-functions=Sa6append", "-sil-disable-pass=closure-specialize",
    "-sil-disable-pass=loop-unroll", "-sil-disable-pass=array-property-opt",
    "-sil-disable-pass=object-outliner",
    // These copy the beginning of a loop, and retains and releases into several branches, and keep in
    // registers, which are then saved, what a loop could read again.
    "-sil-disable-pass=loop-rotate", "-sil-disable-pass=loop-invariant-code-motion",
    "-sil-disable-pass=codemotion", "-sil-disable-pass=jumpthread-simplify-cfg",
]
// SwiftPM's own `-fno-omit-frame-pointer` comes behind all that is said here, but not behind what goes past
// the driver.
let frameless = "-mframe-pointer=none"
let swift: [SwiftSetting] = [
    .treatWarning("EmbeddedRestrictions", as: .error),
    .treatAllWarnings(as: .error, .when(configuration: .debug)),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
    .unsafeFlags(
        embedded + [
            "-wmo", "-Osize", "-enforce-exclusivity=unchecked",
            "-Xcc", "-nostdlibinc", "-Xcc", "-isystem", "-Xcc", headers,
            "-Xcc", "-Xclang", "-Xcc", frameless,
        ] + bitcode.flatMap { ["-Xfrontend", $0] } + smaller.flatMap { ["-Xllvm", $0] },
        .when(configuration: .release)),
]
// The same of the linker's own passes. The order of blocks is the one that elsewhere goes with a profile:
// it needs fewer jumps, and shorter ones.
let smallerCode = [
    "-enable-machine-outliner=always", "-inline-threshold=-10", "-min-jump-table-entries=60",
    "-disable-machine-licm", "-disable-lsr", "-enable-ext-tsp-block-placement",
    "-disable-constant-hoisting", "-enable-load-pre=0", "-split-spill-mode=size",
    "-tail-merge-size=2",
]
let link =
    embedded + ["-lto=llvm-full"]
    + [
        "-nostdlib", "-nostartfiles", "-static", "-Wno-unused-command-line-argument",
        "-fuse-ld=lld", "-Wl,--gc-sections", "-Wl,--icf=all", "-Wl,--build-id=none",
        "-Wl,-O2", "-Wl,--lto-O2", "-Wl,--no-eh-frame-hdr",
        // All that it would guard is eight bytes that nothing uses: there is no dynamic linker.
        "-Wl,-z,norelro",
        "-Wl,-T,\(Context.packageDirectory)/Sources/CLinux/release.ld",
        // What runs while jobs run stands side by side, by Tests/Benchmarks/order.py, which needs names.
        "-Wl,--symbol-ordering-file,\(Context.packageDirectory)/Sources/CLinux/release.order",
        "-Wl,--no-warn-symbol-ordering",
        Context.environment["SWINIT_SYMBOLS"] == nil ? "-Wl,-s" : "-Wl,-g",
    ].flatMap { ["-Xclang-linker", $0] }
    + smallerCode.flatMap { ["-Xclang-linker", "-Wl,-mllvm,\($0)"] }
    + ["crt1.o", "crti.o", "libc.a", "crtn.o"].map { "\(library)/\($0)" }

let package = Package(
    name: "swinit",
    products: [.executable(name: "swinit", targets: ["swinit"])],
    targets: [
        .target(
            name: "CLinux", exclude: ["release.ld", "release.order"],
            cSettings: [
                .unsafeFlags(
                    [
                        "-nostdlibinc", "-isystem", headers, "-Oz", "-ffunction-sections", "-flto",
                        "-Xclang", frameless,
                    ],
                    .when(configuration: .release)),
                .define("SWINIT_OWN_MEMORY", .when(configuration: .release)),
            ]),
        .target(name: "Basics", swiftSettings: swift),
        .target(
            name: "Config", dependencies: ["Basics", "CLinux"],
            exclude: ["REFERENCE.md", "WORDS.txt"], swiftSettings: swift),
        .target(name: "Supervision", dependencies: ["Basics", "Config"], swiftSettings: swift),
        .target(
            name: "Wire", dependencies: ["Basics", "Config", "Supervision"], swiftSettings: swift),
        .target(name: "Linux", dependencies: ["Basics", "CLinux"], swiftSettings: swift),
        .target(
            name: "Daemontools", dependencies: ["Basics", "CLinux", "Linux"], swiftSettings: swift),
        .executableTarget(
            name: "swinit",
            dependencies: ["Basics", "Config", "Supervision", "Wire", "Linux", "Daemontools"],
            swiftSettings: swift,
            linkerSettings: [.unsafeFlags(link, .when(configuration: .release))]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "BasicsTests", dependencies: ["Basics"]),
        .testTarget(
            name: "ConfigTests", dependencies: ["Basics", "Config", "TestSupport"],
            exclude: ["pack.py"]),
        .testTarget(
            name: "SupervisionTests", dependencies: ["Basics", "Config", "Supervision"],
            exclude: ["Mutations", "Simulation/package.sh", "Simulation/run.sh"]),
        .testTarget(name: "WireTests", dependencies: ["Basics", "Supervision", "Wire"]),
        .testTarget(
            name: "LinuxTests", dependencies: ["Basics", "CLinux", "Linux", "TestSupport"]),
        .testTarget(
            name: "SwinitTests",
            dependencies: [
                "Basics", "Config", "Daemontools", "Supervision", "Linux", "swinit", "TestSupport",
            ]),
        .testTarget(
            name: "DaemontoolsTests",
            dependencies: ["Basics", "CLinux", "Linux", "Daemontools", "TestSupport"]),
        .testTarget(name: "DifferentialTests", dependencies: ["TestSupport"]),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport"], exclude: ["Programs"]),
        .testTarget(
            name: "ContainerTests", dependencies: ["TestSupport"],
            exclude: ["daemon.sh", "terminal.py"]),
        .testTarget(name: "StyleTests", dependencies: ["TestSupport"]),
    ])
