// Random bytes for all that reads text in the format of a user: see run.sh. Everything that libFuzzer
// reports is a bug, and so is every check here that stops it.

import Basics
import Config
import Supervision
import Wire

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe Text([UInt8](UnsafeBufferPointer(start: start, count: count)))
    readConfiguration(input)
    readVariables(input)
    readDatagram(input)
    readAnswer(input)
    readNotification(input)
    return 0
}

/// A form feed ends a file: the first is the configuration, the others are `/etc/1` to `/etc/9`.
func readConfiguration(_ input: Text) {
    let files = input.split(at: 12)
    let names: [Text] = files.indices.map { $0 == 0 ? "jobs.conf" : "\($0)" }
    let outcome = ConfigurationLoader.load("/etc/jobs.conf") { folder in
        if folder == "/etc" { return .names(names) }
        return folder == "/" ? .names(["etc"]) : .failed("Permission denied")
    } read: { path in
        for (name, file) in zip(names, files) {
            let own: Text = "/etc/\(name)"
            if path == own { return .bytes(file.bytes) }
        }
        return .failed("No such file or directory")
    }
    expect((outcome.configuration == nil) == outcome.diagnostics.hasErrors)
    if let configuration = outcome.configuration {
        expect(ConfigurationLoader.reload(outcome.sources).configuration == configuration)
    }
    let report = DiagnosticReport(outcome.diagnostics, in: outcome.sources)
    expect(outcome.diagnostics.hasErrors ? !report.text.isEmpty : true)
    for byte in report.text.bytes { expect(byte >= 32 && byte != 127 || byte == 10 || byte == 9) }
    for byte in report.json.bytes { expect(byte >= 32 || byte == 10) }
    for job in outcome.configuration?.jobs ?? [] {
        expect(!job.name.isEmpty && !job.needsRestart(from: job))
        expect(job.name == "main" || !job.launch.command.isEmpty)
    }
}

/// Files of variables, and what takes the place of `${NAME}`.
func readVariables(_ input: Text) {
    let file = EnvironmentFile(input.bytes) { $0.isEmpty ? nil : "own" }
    for entry in file.entries { expect((entry.firstIndex(of: 61) ?? 0) > 0) }
    if let entry = EnvironmentFolder.entry("NAME", input.bytes) {
        expect(entry.firstIndex(of: 0) == nil)
        expect(input.isEmpty ? entry == "NAME" : entry.hasPrefix("NAME="))
    }
    do throws(Expansion.Fault) {
        let text = try Expansion.expand(input) { $0 == "A" ? "${A}" : nil }
        expect(Expansion.isNeeded(for: input) || text == input)
    } catch {
        expect(Expansion.isNeeded(for: input) && !error.reason.isEmpty)
    }
}

/// What comes from the network.
func readDatagram(_ input: Text) {
    guard var datagram = ControlDatagram(input.bytes) else { return }
    var names = 0
    while let order = datagram.order() {
        expect(!order.name.isEmpty)
        names += 1
    }
    expect(names <= input.count / 2)
}

/// What a server sends: a verdict, once there is one, stands whatever follows.
func readAnswer(_ input: Text) {
    let whole = HTTPStatus(input.bytes)
    for count in 0..<min(input.count, 20) {
        let part = HTTPStatus(input.slice(0..<count).bytes)
        expect(part == .incomplete || part == whole)
    }
    if case .code(let code) = whole { expect(code >= 100 && code <= 599) }
}

/// What any process may send to a job's NOTIFY_SOCKET.
func readNotification(_ input: Text) {
    var datagram = NotifyDatagram(input)
    if let status = datagram.status {
        expect(status.count <= NotifyDatagram.longestStatus)
        for byte in status.bytes { expect(byte >= 32 && byte != 127) }
    }
    var notices = 0
    while let notice = datagram.next() {
        notices += 1
        if case .watchdog(let time) = notice { expect(time <= .longest) }
        if case .extend(let time) = notice { expect(time <= .longest) }
    }
    expect(notices <= 6)
}

/// Stops the fuzzer where something does not hold.
func expect(_ holds: Bool, line: Int = #line) {
    if !holds { fatalError("line \(line) does not hold") }
}
