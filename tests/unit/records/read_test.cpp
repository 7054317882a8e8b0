#include "reglament/records/read.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "small_world.hpp"

using namespace reglament;

namespace {

namespace fs = std::filesystem;

// A folder of files that is gone when the test is over; the test stands in it.
class Folder {
 public:
  Folder() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "reglament-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
    fs::current_path(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }

  void write(const std::string& file, const std::string& text = "meetings: []\n") const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream{path_ / file, std::ios::binary} << text;
  }

 private:
  fs::path before_;
  fs::path path_;
};

std::vector<std::string> paths_of(const Loaded<std::vector<Input>>& found) {
  std::vector<std::string> paths;
  for (const Input& input : found.value) paths.push_back(input.path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("the files of a folder are found at any depth, in the order of their paths", "[records]") {
  const Folder folder;
  for (const char* file : {"b.yaml", "a.yml", "c.json", "sub/deep/d.yaml", "sub/a.yaml", "notes.txt", "e.yaml.bak",
                           ".hidden.yaml", ".git/x.yaml", "rules/pack.yaml", "rules/kz/x.yaml", "reglament.yaml",
                           "project/reglament.yaml", "project/rules/x.yaml", "project/y.yaml", "deep/rules/z.yaml"}) {
    folder.write(file);
  }
  const auto found = find_inputs({"."});
  CHECK(found.errors.empty());
  CHECK(paths_of(found) == Paths{"a.yml", "b.yaml", "c.json", "deep/rules/z.yaml", "project/y.yaml", "sub/a.yaml",
                                 "sub/deep/d.yaml"});
}

TEST_CASE("a file that is named is read whatever its name, and each file once", "[records]") {
  const Folder folder;
  for (const char* file : {"a.yaml", "reglament.yaml", ".hidden.yaml", "notes.txt", "rules/x.yaml", "sub/b.yaml"}) {
    folder.write(file);
  }
  CHECK(paths_of(find_inputs({"reglament.yaml", ".hidden.yaml", "notes.txt", "rules"})) ==
        Paths{".hidden.yaml", "notes.txt", "reglament.yaml", "rules/x.yaml"});
  CHECK(paths_of(find_inputs({"sub/b.yaml", "sub", "./sub/../sub/b.yaml", ".", "a.yaml"})) ==
        Paths{"a.yaml", "sub/b.yaml"});
}

TEST_CASE("files that are skipped are left out of folders only", "[records]") {
  const Folder folder;
  folder.write("waivers.yaml");
  folder.write("a.yaml");
  CHECK(paths_of(find_inputs({"."}, {"./waivers.yaml"})) == Paths{"a.yaml"});
  CHECK(paths_of(find_inputs({"waivers.yaml"}, {"waivers.yaml"})) == Paths{"waivers.yaml"});
}

TEST_CASE("a path that leads nowhere and a folder without records are errors", "[records]") {
  const Folder folder;
  folder.write("empty/notes.txt");
  folder.write("a.yaml");
  const auto found = find_inputs({"a.yaml", "empty", "missing.yaml"});
  CHECK(paths_of(found) == Paths{"a.yaml"});
  CHECK(found.errors == Diagnostics{{"empty", {}, {"input-empty-folder", {}}}, {"missing.yaml", {}, {"input-missing", {}}}});
}

TEST_CASE("links to folders are not followed, so that they cannot lead in circles", "[records]") {
  const Folder folder;
  folder.write("sub/a.yaml");
  fs::create_directory_symlink("..", "sub/up");
  fs::create_symlink("a.yaml", "sub/b.yaml");
  CHECK(paths_of(find_inputs({"."})).size() == 1);
}

TEST_CASE("records are read from several files, and each knows its own", "[records]") {
  const Folder folder;
  folder.write("register.yaml", "bodies: [{id: b, kind: okrug}]\noffices: [{id: a, role: rural-akim, body: b}]\n");
  folder.write("m/1.yaml", "meetings: [{id: m1, type: apparatus, date: 2025-10-06, by: a}]\n");
  folder.write("m/2.json", R"({"meetings": [{"id": "m2", "type": "apparatus", "date": "2025-10-07", "by": "a"}]})");
  auto inputs = find_inputs({"."}).value;
  const auto offices = read_register(inputs);
  CHECK(offices.errors.empty());
  std::vector<std::string> seen;
  const Diagnostics errors = read_records(inputs, offices.value, [&](const Record& record) {
    seen.push_back(record.file + ' ' + record.id);
  });
  CHECK(errors.empty());
  CHECK(seen == std::vector<std::string>{"m/1.yaml m1", "m/2.json m2"});
  CHECK(inputs[0].records == 1);
  CHECK(inputs[2].records == 0);
  CHECK(inputs[2].sha256 == "1e141b6342341a22012ba410b6cfcca92ed346710333649fadc4b966177343a9");
}

TEST_CASE("a file that cannot be read is an error, and the others are read", "[records]") {
  const Folder folder;
  folder.write("a.yaml", "meetings: [{id: m1, type: apparatus, date: 2025-10-06}]\n");
  folder.write("b.yaml");
  auto inputs = find_inputs({"."}).value;
  fs::remove("b.yaml");
  std::size_t count = 0;
  const Diagnostics errors = read_records(inputs, {}, [&](const Record&) { ++count; });
  CHECK(errors == Diagnostics{{"b.yaml", {}, {"input-unreadable", {}}}});
  CHECK(count == 1);
}

TEST_CASE("an id is used once in a family, in all files", "[records]") {
  std::vector<Input> inputs(2);
  inputs[0].path = "-";
  inputs[0].text = "meetings: [{id: x, type: apparatus, date: 2025-10-06}, {id: x, type: apparatus, date: 2025-10-07}]\n"
                   "visits: [{id: x, type: okrug-tour, date: 2025-10-06}]\n";
  inputs[1].path = "-";
  inputs[1].text = "meetings:\n- {id: 'x', type: apparatus, date: 2025-10-08}\n- {id: X, type: apparatus, date: 2025-10-08}\n";
  std::vector<std::string> seen;
  const Diagnostics errors =
      read_records(inputs, {}, [&](const Record& record) { seen.push_back(to_text(*own_date(record))); });
  CHECK(in_short(errors) == std::vector<std::string>{"1:61 id-used-twice x", "2:8 id-used-twice x"});
  CHECK(seen == std::vector<std::string>{"2025-10-06", "2025-10-06", "2025-10-08"});
}

TEST_CASE("a link may lead forwards, backwards and to another file", "[records]") {
  std::vector<Input> inputs(2);
  inputs[0].path = "-";
  inputs[0].text = "meetings: [{id: a, type: apparatus, date: 2025-10-06, visit: v, plan: p}, "
                   "{id: b, type: apparatus, date: 2025-10-06, record: a}]\n";
  inputs[1].path = "-";
  inputs[1].text = "visits: [{id: v, type: okrug-tour, date: 2025-10-06, meeting: b, record: p}]\n"
                   "assignments: [{id: p, type: letter, issued: 2025-10-06, reply-to: [p, a, q]}]\n";
  const Diagnostics errors = read_records(inputs, {}, [](const Record&) {});
  CHECK(in_short(errors) == std::vector<std::string>{"2:74 link-to-nothing q"});
}

TEST_CASE("a link may lead to a record that is there but not fit for use", "[records]") {
  const World world{"meetings: [{id: a, type: apparatus, date: x}, {id: b, type: apparatus, date: 2025-10-06, record: a}]"};
  CHECK(in_short(world.record_errors) == std::vector<std::string>{"1:43 expected-moment x"});
}

TEST_CASE("broken YAML is told once, in its place among the other errors", "[records]") {
  const World world{
      "offices: [{id: a, role: rural-akim, body: b}]\nbodies: [{id: b, kind: okrug}]\n---\n"
      "meetings:\n- {id: a, type: apparatus, date: x}\n- {id: b, *c}\n---\nmeetings: [{id: d, type: aparatus, date: 2025-10-06}]\n"};
  CHECK(world.register_errors.empty());
  CHECK(in_short(world.record_errors) == std::vector<std::string>{
                                             "5:34 expected-moment x",
                                             "6:11 yaml-broken the referenced anchor is not defined",
                                             "8:26 unknown-type-near aparatus apparatus",
                                         });
}

TEST_CASE("a hundred thousand records pass through the memory of one", "[records]") {
  std::string text = "assignments:\n";
  constexpr int count = 100'000;
  for (int i = 0; i < count; ++i) {
    text += "- {id: " + std::to_string(i) + ", type: letter, issued: 2025-10-06, title: one of many}\n";
  }
  std::vector<Input> inputs(1);
  inputs[0].path = "-";
  inputs[0].text = text;
  int seen = 0;
  std::size_t cells = 0;
  std::size_t bytes = 0;
  const void* where = nullptr;
  bool grows = false;
  const Diagnostics errors = read_records(inputs, {}, [&](const Record& record) {
    if (++seen == 1) {
      cells = record.cells.capacity();
      bytes = record.text.capacity();
      where = record.cells.data();
    }
    grows = grows || record.cells.capacity() != cells || record.text.capacity() != bytes || record.cells.data() != where;
  });
  CHECK(errors.empty());
  CHECK(seen == count);
  CHECK_FALSE(grows);
  CHECK(inputs[0].records == count);
}
