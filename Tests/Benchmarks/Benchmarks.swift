import Glibc

/// `benchmarks`: how fast and how small the release build of jineng is, against other programs in the same run.
@main
enum Benchmarks {
  static func main() {
    let options: Options
    do throws(Options.Wrong) { options = try Options(Array(CommandLine.arguments.dropFirst())) } catch {
      guard case .usage(let text) = error else { return }
      end(2, text + "\n" + Options.usage)
    }
    do {
      let bench = try Bench(options)
      defer { bench.close() }
      report(bench)
      for measure in Measures.all where options.wants(measure.name) {
        for table in try measure.take(bench) {
          show(table)
        }
      }
      if !bench.goals.isEmpty { show(bench.goals.table) }
    } catch Bench.Trouble.cannot(let text) {
      end(3, text)
    } catch {
      end(3, "\(error)")
    }
  }

  private static func show(_ table: MarkdownTable) {
    print("\n" + table.text, terminator: "")
    fflush(nil)
  }

  private static func report(_ bench: Bench) {
    print(Machine.description)
    for build in bench.builds {
      print("\(build.name): \(Words.fixed(Double(Files.size(build.path)) / 1e6, 1)) MB")
    }
    #if DEBUG
      print("This benchmark is a debug build: its own reading takes longer than it should.")
    #endif
  }

  private static func end(_ status: Int32, _ text: String) -> Never {
    fflush(nil)
    let bytes = Array("benchmarks: \(text)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    exit(status)
  }
}
