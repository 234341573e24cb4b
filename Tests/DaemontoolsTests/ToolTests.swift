import Daemontools
import Testing

@Suite struct ToolTests {}
