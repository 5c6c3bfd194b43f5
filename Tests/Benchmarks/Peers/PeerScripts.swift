/// Small programs in Python that let DuckDB and Polars do the five breakdowns over the same files. Each prints the
/// seconds from after its imports until it holds the figures.
enum PeerScripts {
  private static let duckDBReads = """
    import sys, time, duckdb
    start = time.perf_counter()
    base = duckdb.connect(config={"threads": 2})
    base.execute("SET preserve_insertion_order = false")
    base.execute("SET enable_progress_bar = false")
    columns = ("{'day': 'DATE', 'district': 'VARCHAR', 'item': 'VARCHAR', 'count': 'BIGINT', 'institution': 'VARCHAR', "
        "'occupation': 'VARCHAR', 'level': 'VARCHAR', 'kind': 'VARCHAR', 'grp': 'VARCHAR', 'field': 'VARCHAR', "
        "'mode': 'VARCHAR'}")
    rows = (f"read_csv('{sys.argv[1]}', columns = {columns}, header = true, auto_detect = false, delim = ',', "
        "quote = '\\"', escape = '\\"', new_line = '\\\\n', strict_mode = false)")
    sets = ["district, item, day", "district, item, occupation", "institution, item", "district, item, grp",
        "district, item, kind"]

    """

  /// All five at once, straight over the files: DuckDB's fastest form.
  static let duckDB =
    duckDBReads + """
      all = ", ".join(f"({set})" for set in sets)
      found = base.execute(f"SELECT district, item, day, occupation, institution, grp, kind, sum(count)::BIGINT AS total "
          f"FROM {rows} GROUP BY GROUPING SETS ({all})").fetchnumpy()
      print(time.perf_counter() - start)
      """

  /// One after the other, over a table that is loaded first.
  static let duckDBLoaded =
    duckDBReads + """
      base.execute(f"CREATE TEMP TABLE loaded AS SELECT day, district, item, count, institution, occupation, kind, grp "
          f"FROM {rows}")
      found = [base.execute(f"SELECT {set}, sum(count)::BIGINT AS total FROM loaded GROUP BY {set}").fetchnumpy()
          for set in sets]
      print(time.perf_counter() - start)
      """

  private static let polarsReads = """
    import sys, time, polars
    start = time.perf_counter()
    # Headers are Chinese: columns go by place.
    rows = polars.scan_csv(sys.argv[1], has_header = False, skip_rows = 1, schema = {"day": polars.String,
        "district": polars.String, "item": polars.String, "count": polars.Int64, "institution": polars.String, "occupation": polars.String,
        "level": polars.String, "kind": polars.String, "grp": polars.String, "field": polars.String,
        "mode": polars.String})
    sets = [["district", "item", "day"], ["district", "item", "occupation"], ["institution", "item"],
        ["district", "item", "grp"], ["district", "item", "kind"]]
    asked = [rows.group_by(set).agg(polars.col("count").sum()) for set in sets]

    """

  /// The first alone, lazily, with the streaming engine.
  static let polarsFirst =
    polarsReads + """
      found = asked[0].collect(engine = "streaming")
      print(time.perf_counter() - start)
      """

  /// All five in one plan.
  static let polarsFive =
    polarsReads + """
      found = polars.collect_all(asked, engine = "streaming")
      print(time.perf_counter() - start)
      """

  /// Compares what every district has in every item, by DuckDB and by a board in a file: prints how many figures agree,
  /// and ends with 1 where one does not.
  static let sameSums =
    duckDBReads + """
      import json
      theirs = {(district, item): total for district, item, total in base.execute(
          f"SELECT district, item, sum(count)::BIGINT FROM {rows} GROUP BY ALL").fetchall()}
      with open(sys.argv[2], encoding = "utf-8") as file:
          board = json.load(file)
      ours = {(district["code"], item["id"]): item["actual"] for district in board["districts"]
          for item in district["items"]}
      wrong = [key for key in sorted(ours.keys() | theirs.keys()) if (ours.get(key) or 0) != theirs.get(key, 0)]
      for key in wrong[:5]:
          print(*key, "jineng:", ours.get(key), "DuckDB:", theirs.get(key))
      if wrong or not theirs:
          sys.exit(1)
      print(len(theirs))
      """
}
