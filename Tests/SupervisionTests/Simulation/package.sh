#!/usr/bin/env bash
# Makes FOLDER a package of the supervision and its simulation alone, so that it can be built optimised,
# or with other sources: package.sh FOLDER.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$1
mkdir -p "$folder/Tests"
rm -rf "$folder/Sources" "$folder/Tests/SupervisionTests"
mkdir "$folder/Sources" "$folder/Tests/SupervisionTests"
# With their times, so that what has not changed is not compiled again.
cp -a Sources/CLinux Sources/Basics Sources/Config Sources/Supervision "$folder/Sources"
cp -a Tests/SupervisionTests/Simulation Tests/SupervisionTests/Supervisor+Rows.swift \
    "$folder/Tests/SupervisionTests"
cat >"$folder/Package.swift" <<'END'
// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
    .unsafeFlags(["-enable-testing"]),
]
let package = Package(
    name: "simulation",
    targets: [
        .target(name: "Basics", swiftSettings: swift),
        .target(name: "CLinux", exclude: ["release.ld", "release.order"]),
        .target(
            name: "Config", dependencies: ["Basics", "CLinux"],
            exclude: ["REFERENCE.md", "WORDS.txt"],
            swiftSettings: swift),
        .target(name: "Supervision", dependencies: ["Basics", "Config"], swiftSettings: swift),
        .testTarget(
            name: "SupervisionTests", dependencies: ["Basics", "Config", "Supervision"],
            exclude: ["Simulation/package.sh", "Simulation/run.sh"]),
    ])
END
