import Glibc
import Policy
import Testing

@testable import Records

/// What is said of a directory before any of its files is opened.
@Suite struct OutlookTests {
  private func source(_ directory: DataDirectory) -> DirectorySource { DirectorySource(root: directory.path) }

  @Test func filesBytesAndFoldersAreCounted() throws {
    let directory = try DataDirectory([
      "targets.csv": "abc", "progress/310115/a.csv": "12345", "progress/b.tsv": "", "notes.csv": "x", "plan.toml": "y",
      "~$lock.xlsx": "z",
    ])
    directory.setModified("targets.csv", 1_700_000_000)
    directory.setModified("progress/310115/a.csv", 1_900_000_000)
    directory.setModified("progress/b.tsv", 1_800_000_000)
    let outlook = try source(directory).outlook()
    #expect(
      outlook
        == DirectoryOutlook(
          files: 3, bytes: 8, unreadable: 0, strangers: 1, directories: 3, newest: 1_900_000_000))
    let empty = try DataDirectory()
    #expect(try source(empty).outlook() == DirectoryOutlook(directories: 1))
  }

  @Test func whatCannotBeReadIsCounted() throws {
    let directory = try DataDirectory(["targets.csv": "abc"])
    directory.link("scores.csv", to: "/etc/passwd")
    directory.makeFolder("payments.csv")
    #expect(try source(directory).outlook().unreadable == 2)
  }

  @Test func aDirectoryThatIsNotThereIsToldAsWhenItIsRead() throws {
    let directory = try DataDirectory(["file": ""])
    let gone = directory.absolute("nowhere")
    #expect(throws: DirectoryError.missing(path: gone)) { try DirectorySource(root: gone).outlook() }
    #expect(throws: DirectoryError.missing(path: gone)) { try DirectorySource(root: gone).canBeWatched() }
    let file = directory.absolute("file")
    #expect(throws: DirectoryError.notADirectory(path: file)) { try DirectorySource(root: file).outlook() }
    #expect(FileSystem(of: gone) == nil)
  }

  @Test func theFileSystemIsTheOneTheKernelLists() throws {
    let system = try #require(FileSystem(of: "/proc"))
    #expect(system.type == "proc" && !system.isNetwork)
    let mounts = """
      22 28 0:21 / /proc rw,nosuid - proc proc rw
      90 28 0:55 / /mnt/share rw shared:7 - nfs4 server:/share rw
      91 28 0:56 / /mnt/over rw - fuse.sshfs user@host:/ rw
      """
    #expect(RescanInterval.type(device: 0x37, mounts: mounts) == "nfs4")
    #expect(RescanInterval.type(device: 0x38, mounts: mounts) == "fuse.sshfs")
    #expect(RescanInterval.type(device: 0x39, mounts: mounts) == nil)
    #expect(RescanInterval.isNetwork(type: "nfs4") && RescanInterval.isNetwork(type: "fuse.sshfs"))
    #expect(!RescanInterval.isNetwork(type: "ext4") && !RescanInterval.isNetwork(type: "fuseblk"))
  }

  @Test func theCacheLiesOutsideTheDirectoryOrNowhere() throws {
    let directory = try DataDirectory()
    var own = source(directory)
    #expect(own.cachePath == nil)
    own.cacheFolder = directory.absolute("cache")
    #expect(own.cachePath == nil)
    own.cacheFolder = "/somewhere/else"
    #expect(own.cachePath?.hasPrefix("/somewhere/else/") == true)
    own.cacheFolder = "relative"
    #expect(own.cachePath == nil)
  }
}
