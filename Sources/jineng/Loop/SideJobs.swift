import Console
import Dispatch
import Policy
import Records
import Synchronization

/// What a page asks for that may take longer than a frame: lines of a file that may be large, a sheet of many rows. Done
/// on queues of their own; what comes of it is posted to the loop.
final class SideJobs: Sendable {
  private let settings: Settings
  private let mailbox: Mailbox
  private let readings = DispatchQueue(label: "jineng.excerpts")
  private let sheets = DispatchQueue(label: "jineng.sheets")
  /// The lines wanted now: a reading for others stops.
  private let wanted = Mutex<ExcerptRequest?>(nil)

  init(settings: Settings, mailbox: Mailbox) {
    self.settings = settings
    self.mailbox = mailbox
  }

  /// Reads the lines around a problem.
  func read(_ request: ExcerptRequest) {
    wanted.withLock { $0 = request }
    readings.async {
      let reader = ExcerptReader(DirectorySource(root: self.settings.directory))
      let outcome = reader.read(request) { self.wanted.withLock { $0 == request } }
      if let outcome { self.mailbox.post(.linesRead(request, outcome)) }
    }
  }

  /// Writes the problems of a district, or of nobody, as a sheet.
  func exportProblems(of district: DistrictCode?, in loaded: Loaded, now: Double) {
    sheets.async {
      do throws(Outcome) {
        let path = try Exports.writeProblems(of: district, in: loaded, directory: self.settings.directory, now: now)
        self.mailbox.post(.exported(path: path))
      } catch {
        self.mailbox.post(.exportFailed(reason: error.message))
      }
    }
  }
}
