package import Policy
package import Screen

/// What happened. Named for the happening, never for what should follow.
package enum Event: Sendable {
  case keyPressed(Key)
  case resized(Size)
  /// The wall clock moved on, in seconds since 1970-01-01 UTC.
  case clockTicked(Double)
  case snapshotArrived(Loaded)
  /// The board of another day, asked for by ``Effect/compute(asOf:)``, for the snapshot read at that moment.
  case boardComputed(Board, readAt: Double)
  /// The files that gave a figure, asked for by ``Effect/trace(_:asOf:)``.
  case traced(Provenance)
  /// What rows brought by value, asked for by ``Effect/breakDown(_:in:asOf:)``.
  case brokenDown(Breakdown)
  /// Rows of a file, asked for by ``Effect/readRows(_:)``.
  case rowsRead(SourceRows)
  case rowsNotRead(SourceRowsRequest, reason: String)
  /// Reading them takes long, and so much of the file was gone through, from 0 to 1.
  case rowsAdvanced(SourceRowsRequest, share: Double)
  /// Everything that can be found in the records shown, with the readings of names.
  case findable(FindIndex)
  /// What changed since a base, asked for by ``Effect/loadChanges(_:)``.
  case changesFound(KnownChanges)
  case changesNotFound(ChangesQuestion, StoreTrouble)
  /// Revisions, asked for by ``Effect/loadRevisions(_:)``.
  case revisionsFound(RevisionList)
  case revisionsNotFound(RevisionsQuestion, StoreTrouble)
  /// The store has kept a version of what is known.
  case versionKept
  /// The store cannot keep what is known, or something became of it.
  case storeTroubled(StoreTrouble)
  /// The docket, when it is there first and whenever it has changed; writable or not.
  case docketChanged(DocketState, isWritable: Bool)
  /// Every entry of a case, asked for by ``Effect/loadCase(_:)``.
  case caseLoaded(Int, [DocketEntry])
  /// What came of ``Effect/act(_:)``, in the order of its orders.
  case acted([CaseOrder], [CaseOutcome])
  /// Nothing of it was kept.
  case notActed([CaseOrder], StoreTrouble)
  /// Who looks at which case now, at other consoles.
  case onlookersChanged([Int: [String]])
  case dataMissing(DataTrouble)
  /// The first read takes long, and is so far now.
  case readingAdvanced(OpeningProgress)
  case exported(path: String)
  /// What ``Effect/readLines(_:)`` asked for.
  case linesRead(ExcerptRequest, ExcerptOutcome)
  case exportFailed(reason: String)
  case copied(path: String?)
  /// The theme's file has changed, and this came of it.
  case themeRead(ThemeNews)
  /// The terminal came back from a suspend.
  case resumed
}

/// What should happen outside; it comes back as an event.
package enum Effect: Hashable, Sendable {
  case quit
  case suspend
  case redraw
  case rescan
  case setMouse(Bool)
  /// The board through the end of that day, or of today (nil), from the snapshot now shown.
  case compute(asOf: Day?)
  /// The files that gave a figure.
  case trace(Figure, asOf: Day)
  /// Rows of one of them, read from the file; what was asked for before is no longer wanted.
  case readRows(SourceRowsRequest)
  /// What changed since a base, from the store.
  case loadChanges(ChangesQuestion)
  /// Revisions, from the store.
  case loadRevisions(RevisionsQuestion)
  /// The entries of a case, from the docket.
  case loadCase(Int)
  /// Things to be done to cases, by the operator, all or each with its own refusal.
  case act([CaseOrder])
  /// Others are to know which case is looked at here; nil: none.
  case lookAt(Int?)
  /// The memo of a meeting, as files: what it went through, and what was done since an entry.
  case writeMemo(MeetingAgenda, since: Int)
  /// What the rows of a counted item in a place, or by the city's code in the whole city, brought by value; what was
  /// asked for before is no longer wanted.
  case breakDown(ItemID, in: DistrictCode, asOf: Day)
  /// Nobody waits for rows any more, nor for what they brought.
  case stopReading
  case export(ExportKind)
  /// The problems of a district, or of nobody (nil), as a sheet to send back.
  case exportProblems(of: DistrictCode?)
  /// The lines around a problem, from its file.
  case readLines(ExcerptRequest)
  case copy(String)
}

/// What can be exported.
package enum ExportKind: String, Hashable, Sendable, CaseIterable {
  case pageText
  case pageSVG
  case boardJSON
}
