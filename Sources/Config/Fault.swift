import Basics

/// What can be wrong with a configuration file; ``FaultWords`` has the sentences, in this order.
enum Fault: UInt8 {
    case nulByte, fileTooLarge, filesTooLarge, mainTooLarge, mainUnreadable
    case tooManyWords, tooManyJobs, tooManyFiles, tooManyEntries
    case unclosedQuote, gluedQuote, quoteInWord
    case unknownDirective, unsplitBrace, closesNothing, opensNothing
    case unknownOption, quotedOption, strayBlock
    case outsideJob, insideJob, nameInDefaults, lateDefaults
    case unsupportedOption, unsupportedValue, unsupportedPattern
    case repeatedOption, missingName, missingCommand, duplicateJob
    case missingValue, missingLimit, unexpectedText, unexpectedOption, unexpectedVariable
    case unexpectedWait, unexpectedName, unexpectedBrace
    case missingBrace, textBehindBrace, unclosedBlock, unclosedBefore
    case notAVariable, braceInVariables
    case notANumber, notOctal, outOfRange
    case noUnit, notADuration, durationTooLong, delayDescends, delayFromZero, emptyRun
    case unknownSignal, uselessSignal, badChoice
    case emptyPath, emptyProgram, badInput, badOutput
    case notAUser, notAnAccount, commaInAccount, groupTwice
    case notACode, noCode
    case notCPUs, cpuOutOfRange
    case unknownLimit, notALimit, notASize, limitOutOfRange, softAboveHard
    case badName, instanceName, unknownJob
    case onceAndRestart, shutsDownAndForwards
    case shutdownForm, forwardForm
    case includeUnreadable, includeCycle, includeDepth
    case delayAboveBudget, stopAboveBudget
    case ampersandArgument, ampersandScript, shellWithoutExec
    case betterSignal, daemonises, endlessWait, unexpandedVariable
}

extension DiagnosticList {
    /// Adds a fault; `first` to `third` stand for `%1` to `%3` in its sentences.
    ///
    /// A word that is near enough to what was written takes the place of the hint.
    @inline(never)
    mutating func add(
        _ fault: Fault, at span: Span?, _ first: Text = Text([]), _ second: Text = Text([]),
        _ third: Text = Text([]), suggesting near: Text? = nil
    ) {
        let words = FaultWords.all[Int(fault.rawValue)]
        let severity: Diagnostic.Severity =
            fault.rawValue >= Fault.ampersandArgument.rawValue || fault == .quoteInWord
            ? .warning : .error
        var message = Text([])
        var hint: Text?
        if isKept(severity) {
            let values = [first, second, third]
            message = FaultWords.fill(words.message, values)
            if let near {
                hint = FaultWords.fill("did you mean '%1'?", [near])
            } else if words.hint.utf8CodeUnitCount > 0 {
                hint = FaultWords.fill(words.hint, values)
            }
        }
        let code = StaticText(stringLiteral: words.code)
        add(Diagnostic(severity, code, at: span, message, hint: hint))
    }
}
