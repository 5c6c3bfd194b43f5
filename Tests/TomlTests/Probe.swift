import Toml

/// Reads a text and gives its root; an error fails the test that asked.
func root(_ text: String) throws -> TomlTable { try TomlDocument(text).root }

/// Line and column, for short comparisons.
func at(_ line: Int, _ column: Int) -> TomlPlace { TomlPlace(line: line, column: column) }
