import Basics

/// What can be wrong with a configuration file; ``FaultWords`` has the sentences, in this order.
enum Fault: UInt8 {
    case nulByte, fileTooLarge, filesTooLarge, mainTooLarge, mainUnreadable
    case tooManyWords, tooManyJobs, tooManyFiles, tooManyEntries
    case unclosedQuote, gluedQuote, quoteInWord
    case unknownDirective, unsplitBrace, closesNothing, opensNothing
    case unknownOption, quotedOption, strayBlock
    case outsideJob, insideJob, nameInDefaults, lateDefaults
    case unsupportedOption, unsupportedValue
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
    case usage, tooShort, braceInDepends, notACapability, notAnAddress
    case missingForm, secureURL, notAURL, notAnEndpoint
    case badLogger, badLogWord, readyWithoutLog
    case circle, circleOfBarrier, tooManyPatterns
    case includeUnreadable, includeCycle, includeDepth
    case delayAboveBudget, stopAboveBudget
    case notReplaced
    case ampersandArgument, ampersandScript, shellWithoutExec
    case betterSignal, daemonises, endlessWait, unexpandedVariable, dependsOnJob
    case afterDisabled, unreachableLimit
    case unknownUser, unknownGroup, missingProgram, missingFile, missingFolder, unknownVariable
    case refusedService
}

extension DiagnosticList {
    /// Adds a fault whose sentences name nothing.
    @inline(never)
    mutating func add(_ fault: Fault, at span: Span?) {
        let none = Text([])
        add(fault, at: span, none, none, none, suggesting: nil)
    }

    /// Adds a fault; `first` stands for `%1` in its sentences.
    @inline(never)
    mutating func add(_ fault: Fault, at span: Span?, _ first: Text) {
        add(fault, at: span, first, Text([]), Text([]), suggesting: nil)
    }

    /// Adds a fault; `first` and `second` stand for `%1` and `%2` in its sentences.
    @inline(never)
    mutating func add(_ fault: Fault, at span: Span?, _ first: Text, _ second: Text) {
        add(fault, at: span, first, second, Text([]), suggesting: nil)
    }

    /// Adds a fault about word `index` of `line`, which stands for `%1` in its sentences.
    @inline(never)
    mutating func add(_ fault: Fault, _ line: Line, _ index: Int) {
        add(fault, line, index, Text([]))
    }

    /// Adds a fault about word `index` of `line`; `second` stands for `%2` in its sentences.
    @inline(never)
    mutating func add(_ fault: Fault, _ line: Line, _ index: Int, _ second: Text) {
        add(fault, line, index, second, Text([]))
    }

    /// Adds a fault about word `index` of `line`; `second` and `third` stand for `%2` and `%3`.
    @inline(never)
    mutating func add(
        _ fault: Fault, _ line: Line, _ index: Int, _ second: Text, _ third: Text
    ) {
        add(fault, at: line.span(index), line.text(index), second, third, suggesting: nil)
    }

    /// Adds a fault; where there is a word near to what was written, it takes the place of the hint.
    @inline(never)
    mutating func add(_ fault: Fault, at span: Span?, _ first: Text, suggesting near: Text?) {
        add(fault, at: span, first, Text([]), Text([]), suggesting: near)
    }

    /// Adds a fault; `first` to `third` stand for `%1` to `%3` in its sentences, and `near` takes the
    /// place of the hint.
    ///
    /// All the others end here, so that only this one is long.
    @inline(never)
    mutating func add(
        _ fault: Fault, at span: Span?, _ first: Text, _ second: Text, _ third: Text,
        suggesting near: Text?
    ) {
        let severity: Diagnostic.Severity =
            fault.rawValue >= Fault.ampersandArgument.rawValue || fault == .quoteInWord
            ? .warning : .error
        guard isKept(severity) || !allowed.isEmpty else {
            count(severity)
            return
        }
        let words = FaultWords(fault, [first, second, third])
        var hint: Text? = words.hint.isEmpty ? nil : words.hint
        if let near { hint = FaultWords.fill("did you mean '%1'?", [near]) }
        add(Diagnostic(severity, words.code, at: span, words.message, hint: hint))
    }
}
