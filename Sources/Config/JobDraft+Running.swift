import Basics

/// What a running job may do, and what happens to it.
extension JobDraft {
    func bindCapabilities(_ line: Line, _ list: inout DiagnosticList) {
        let keeps = line.isPlain(1, "keep")
        guard keeps || line.isPlain(1, "drop"), line.count > 2 else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0),
                "capabilities drop|keep LIST")
            return
        }
        var mask: UInt64 = 0
        for index in 2..<line.count {
            for part in line.text(index).split(at: 44) where !part.isEmpty {
                var name = part.uppercased
                if name.hasPrefix("CAP_") { name = name.dropFirst(4) }
                if name.isEqual(to: "ALL") {
                    mask = .max
                } else if let number = name.place(in: Capabilities.names) {
                    mask |= 1 << UInt64(number)
                } else {
                    let names = Text(stringLiteral: Capabilities.names).split(at: 32)
                    list.add(
                        .notACapability, at: line.span(index), part,
                        suggesting: EditDistance.nearest(to: name, among: names))
                }
            }
        }
        spec.set(.capabilities, Int64(bitPattern: mask), keeps ? [line.text(1)] : [])
    }

    func bindBounce(_ line: Line, _ list: inout DiagnosticList) {
        guard line.isPlain(1, "every"), line.count == 3 else {
            list.add(
                .usage, at: line.span(0, through: line.count - 1), line.text(0), "bounce every D")
            return
        }
        guard let pause = line.duration(line.text(2), at: line.span(2), &list) else { return }
        guard pause >= Milliseconds(1000) else {
            list.add(.tooShort, line, 2, "1s")
            return
        }
        spec.set(.bounce, Int64(clamping: pause.count))
    }
}
