import TestSupport
import Testing

/// The release binary as PID 1 of fresh PID namespaces.
@Suite(.requires(.compiler), .requires(.namespaces), .requires(.binary))
struct EndToEndTests {}
