/// A small program in Python that reads every delimited file of a data directory: what a careful script would do.
enum PythonReader {
  static let script = """
    import csv, io, os, sys
    rows = 0
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            if not name.endswith((".csv", ".tsv", ".txt")):
                continue
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            try:
                text = data.decode("utf-16" if data[:2] in (b"\\xff\\xfe", b"\\xfe\\xff") else "utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("gb18030", "replace")
            tab = "\\t" in text[: text.find("\\n")]
            rows += sum(1 for _ in csv.reader(io.StringIO(text), delimiter="\\t" if tab else ","))
    print(rows)
    """
}
