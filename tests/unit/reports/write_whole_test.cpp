#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "reglament/reports/report.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

// A folder of its own, gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "reglament-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{path_}, fs::directory_iterator{}));
  }

 private:
  fs::path path_;
};

std::string content_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string refusal(const std::string& path) {
  try {
    write_whole(path, "text");
  } catch (const InputError& error) {
    CHECK(error.diagnostic.file == path);
    return error.diagnostic.message.key;
  }
  return "written";
}

}  // namespace

TEST_CASE("a file is written whole, and nothing else is left in its folder", "[reports][write]") {
  const Folder folder;
  write_whole(folder / "out.json", "first\n");
  CHECK(content_of(folder / "out.json") == "first\n");
  write_whole(folder / "out.json", std::string(3'000'000, 'x'));
  CHECK(content_of(folder / "out.json").size() == 3'000'000);
  write_whole(folder / "out.json", "");
  CHECK(content_of(folder / "out.json").empty());
  CHECK(folder.count() == 1);
}

TEST_CASE("a new file gets the usual permissions, an old one keeps its own", "[reports][write]") {
  const Folder folder;
  const mode_t mask = ::umask(027);
  write_whole(folder / "new", "text");
  ::umask(mask);
  CHECK(fs::status(folder / "new").permissions() == fs::perms{0640});
  fs::permissions(folder / "new", fs::perms{0604});
  write_whole(folder / "new", "other");
  CHECK(fs::status(folder / "new").permissions() == fs::perms{0604});
}

TEST_CASE("a symbolic link stays one, and what it leads to is written", "[reports][write]") {
  const Folder folder;
  write_whole(folder / "real", "old");
  fs::create_symlink("real", folder / "link");
  write_whole(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(content_of(folder / "real") == "new");
}

TEST_CASE("a device is written to, never replaced", "[reports][write]") {
  write_whole("/dev/null", "text");
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("why a file cannot be written is said, and nothing is left behind", "[reports][write]") {
  const Folder folder;
  CHECK(refusal(folder / "no/such/out") == "cannot-write-no-folder");
  fs::create_directory(folder / "sub");
  CHECK(refusal(folder / "sub") == "cannot-write-folder");
  write_whole(folder / "file", "x");
  CHECK(refusal(folder / "file/out") == "cannot-write-no-folder");
  CHECK(refusal("") == "cannot-write-no-folder");
  CHECK(refusal("/dev/full") == "cannot-write-full");
  if (::geteuid() != 0) {  // root may write anywhere
    fs::permissions(folder / "sub", fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(refusal(folder / "sub/out") == "cannot-write-forbidden");
    fs::permissions(folder / "sub", fs::perms::owner_all);
  }
  CHECK(folder.count() == 2);
}

}  // namespace reglament
