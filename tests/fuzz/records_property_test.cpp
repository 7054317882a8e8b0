// Records in the fast lane against the same by yaml-cpp, on the examples and on changed ones.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fuzz/records.hpp"
#include "fuzz/texts.hpp"
#include "reglament/yaml/events.hpp"

using namespace reglament;
using namespace reglament::fuzz;

namespace {

constexpr std::uint64_t seed = 20251125;
constexpr int changes_of_each = 12;
constexpr int changes_in_a_row = 3;
constexpr std::size_t longest = 10'000;  // bytes; yaml-cpp is slow

struct Example {
  std::string path;
  std::string text;
};

std::vector<Example> examples() {
  namespace fs = std::filesystem;
  std::vector<Example> all;
  for (const auto& file : fs::recursive_directory_iterator{REGLAMENT_SOURCE_DIR "/examples"}) {
    const std::string path = file.path().string();
    if (!path.ends_with(".yaml") || path.find("/rules/") != std::string::npos || file.file_size() > longest)
      continue;
    std::ifstream stream{path, std::ios::binary};
    all.push_back({path, {std::istreambuf_iterator<char>{stream}, {}}});
  }
  std::sort(all.begin(), all.end(), [](const Example& a, const Example& b) { return a.path < b.path; });
  return all;
}

// The documents that the fast lane leaves to yaml-cpp.
std::size_t slow_documents(const std::string& text) {
  struct : YamlSink {
    void document_begin() override {}
    void document_end() override {}
    void map_begin(Mark) override {}
    void map_end() override {}
    void sequence_begin(Mark) override {}
    void sequence_end() override {}
    void scalar(std::string_view, bool, Mark) override {}
  } nothing;
  YamlLanes lanes;
  read_yaml(text, "", nothing, &lanes);
  return lanes.slow;
}

}  // namespace

TEST_CASE("the examples, and changes of them, give the same records and errors in either lane", "[fuzz]") {
  Random random{seed};
  int all = 0;
  int fast = 0;
  int told = 0;
  for (const Example& example : examples()) {
    CAPTURE(example.path);
    std::string text = example.text;
    for (int change = 0; change <= changes_of_each; ++change) {
      CAPTURE(change, text);
      const std::string records = tell_records(text);
      REQUIRE(records == tell_records_slowly(text));
      ++all;
      if (slow_documents(text) == 0) ++fast;
      if (records.find("record ") != std::string::npos) ++told;
      text = changed(change % changes_in_a_row == 0 ? example.text : text, random);
    }
  }
  CAPTURE(all, fast, told);
  CHECK(all > 500);
  CHECK(fast > all / 4);
  CHECK(all - fast > all / 4);
  CHECK(told > all / 2);
}
