/// Everything a person can do, by name. Keys, menu, palette, help and mouse all lead here.
package enum Action: String, Hashable, Sendable, CaseIterable {
  case help, pages, find, filter, rescan, sort, asOf, export, palette, back
  case openOverview, openDistrict, openMap, openInstitutions, openBases, openMeasures, openTriage, openData
  case findNext, findPrevious
  case dayBack, dayForward, live
  case up, down, left, right, pageUp, pageDown, top, bottom
  case open, nextPane, previousPane, previousDistrict, nextDistrict, zoom, mark, lastPage
  case onlyProblems, provenance, explain, chart, chartForm, whatIf, changes, revisions
  case acknowledge, assign, note, snooze, followUp, escalate, strikeOff, undo, meeting
  case pause, copy, mouse, redraw, suspend, quit
}
