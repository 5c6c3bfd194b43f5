/// Where the parts of a document stand, in the shape of the document itself.
final class PlaceNode {
  /// Where its key stands; for a list element, where the value or its header begins.
  var key: TomlPlace
  /// Where its value begins; for a table with a header, its bracket.
  var value: TomlPlace
  /// Keys of a table.
  var children: [String: PlaceNode] = [:]
  /// Elements of a list.
  var elements: [PlaceNode] = []
  /// Whether `elements` come from `[[headers]]`, so that later headers reach into the last one.
  var isHeaderList = false

  init(key: TomlPlace, value: TomlPlace) {
    self.key = key
    self.value = value
  }

  /// The node that a later header or dotted key means: the table itself, or the last of a list of tables.
  var current: PlaceNode { isHeaderList ? elements.last ?? self : self }
}
