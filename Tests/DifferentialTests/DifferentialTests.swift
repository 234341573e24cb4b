import TestSupport
import Testing

@Suite struct DifferentialTests {}
