import Testing

@testable import WorkflowFile
