import ArgumentParser
import Records

/// `jineng template TABLE`: an empty table to fill in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Print an empty table with its headers, to fill in with a spreadsheet.")

  enum Format: String, ExpressibleByArgument {
    case csv
    case tsv

    var separator: String { self == .csv ? "," : "\t" }
  }

  @Argument(help: "A table: \(TableTemplate.all.map(\.name).joined(separator: ", ")).")
  var table: String

  @Option(help: "csv or tsv.")
  var format: Format = .csv

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "Write to a file, by rename, instead of standard output.")
  var output: String?

  func run() throws {
    guard let template = TableTemplate.named(table) else {
      let known = TableTemplate.all.map { "\($0.name) \($0.chinese)" }.joined(separator: ", ")
      throw Outcome.usage("template \(table): no such table; there are \(known)")
    }
    // No header holds a separator or a quote. Spreadsheet programs take a file for UTF-8 by its byte order mark.
    try Output.deliver("\u{FEFF}" + template.headers.joined(separator: format.separator) + "\r\n", to: output)
  }
}
