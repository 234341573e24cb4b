import Foundation

/// The release binary that end-to-end tests run.
public enum SwinitBinary {
    /// Its path: `SWINIT_BINARY`, else what this builds, once, beside the build of the tests.
    public static func path() throws -> String {
        try built.get()
    }

    static var isAvailable: Bool {
        given != nil || FileManager.default.fileExists(atPath: "\(muslLibrary)/libc.a")
    }

    private static let given = ProcessInfo.processInfo.environment["SWINIT_BINARY"]

    private static let muslLibrary: String = {
        #if arch(arm64)
            "/usr/lib/aarch64-linux-musl"
        #else
            "/usr/lib/x86_64-linux-musl"
        #endif
    }()

    private static let built: Result<String, Missed> = {
        if let given { return .success(given) }
        let root = Repository.root.path
        let scratch = "\(root)/.build-release"
        do {
            let build = try Command.run(
                [
                    "swift", "build", "-c", "release", "--package-path", root,
                    "--scratch-path", scratch, "--product", "swinit",
                ], within: .seconds(900))
            guard build.status == 0 else {
                return .failure(Missed("the release build failed:\n\(build.text)"))
            }
            return .success("\(scratch)/release/swinit")
        } catch {
            return .failure(Missed("the release build failed: \(error)"))
        }
    }()
}
