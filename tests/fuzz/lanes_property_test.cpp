// The fast lane against yaml-cpp: on random texts, on changed ones, and on the corpus.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fuzz/lanes.hpp"
#include "fuzz/texts.hpp"

using namespace reglament;
using namespace reglament::fuzz;

namespace {

constexpr std::uint64_t seed = 20251125;
constexpr int random_texts = 6'000;
constexpr int changes_of_each = 2;
constexpr int changes_of_the_corpus = 4;
constexpr std::size_t longest_changed = 1'000;  // bytes; yaml-cpp is slow

// How texts were read: what was compared must not all be of one kind.
struct Shares {
  int all = 0;
  int fast = 0;    // every document
  int partly = 0;  // documents both ways
  int slow = 0;    // no document went the fast way
  int sound = 0;   // slow or partly, and still without error
  bool differ = false;
};

bool agree(const std::string& text) { return read_fast(text) == read_slowly(text); }

std::vector<std::string> smaller(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t length : {64U, 16U, 4U, 1U}) {
    for (std::size_t at = 0; at + length <= text.size(); at += length)
      all.push_back(std::string{text}.erase(at, length));
  }
  return all;
}

std::string printed(const std::string& text) {
  std::string all;
  for (const char byte : text) {
    constexpr const char* digits = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '\n') {
      all += "\\n\n";
    } else if (value < 0x20 || value >= 0x7F) {
      all += {'\\', 'x', digits[value / 16], digits[value % 16]};
    } else {
      all += byte;
    }
  }
  return all;
}

void compare(const std::string& text, Shares& shares) {
  YamlLanes lanes;
  const std::string fast = read_fast(text, &lanes);
  if (fast != read_slowly(text)) {
    shares.differ = true;
    const std::string small = smallest(text, smaller, [](const std::string& one) { return !agree(one); });
    UNSCOPED_INFO("smallest text:\n"
                  << printed(small) << "\nfast lane:\n"
                  << read_fast(small) << "yaml-cpp:\n"
                  << read_slowly(small) << "made from:\n"
                  << printed(text));
    CHECK(fast == read_slowly(text));
    return;
  }
  ++shares.all;
  if (lanes.slow == 0) ++shares.fast;
  if (lanes.slow > 0 && lanes.fast > 0) ++shares.partly;
  if (lanes.fast == 0) ++shares.slow;
  if (lanes.slow > 0 && fast.find("\nyaml-") == std::string::npos) ++shares.sound;
}

struct CorpusText {
  std::string name;
  std::string text;
};

std::vector<CorpusText> corpus() {
  std::vector<CorpusText> all;
  for (const auto& file : std::filesystem::directory_iterator{REGLAMENT_SOURCE_DIR "/tests/fuzz/corpus"}) {
    std::ifstream stream{file.path(), std::ios::binary};
    all.push_back({file.path().filename().string(), {std::istreambuf_iterator<char>{stream}, {}}});
  }
  std::sort(all.begin(), all.end(), [](const CorpusText& a, const CorpusText& b) { return a.name < b.name; });
  return all;
}

}  // namespace

TEST_CASE("random texts are read in the fast lane as by yaml-cpp", "[fuzz]") {
  Random random{seed};
  Shares sound;
  Shares changes;
  for (int i = 0; i < random_texts && !sound.differ && !changes.differ; ++i) {
    std::string text = random_text(random);
    compare(text, sound);
    for (int change = 0; change < changes_of_each; ++change) {
      text = changed(text, random);
      compare(text, changes);
    }
  }
  CAPTURE(sound.all, sound.fast, sound.partly, sound.slow, sound.sound);
  CAPTURE(changes.all, changes.fast, changes.partly, changes.slow, changes.sound);
  CHECK(sound.fast > random_texts / 2);
  CHECK(sound.slow > random_texts / 10);
  CHECK(sound.partly > random_texts / 50);
  CHECK(sound.sound > random_texts / 10);
  CHECK(changes.fast > random_texts / 2);
  CHECK(changes.slow > random_texts / 2);
  CHECK(changes.partly > random_texts / 20);
  CHECK(changes.slow + changes.partly - changes.sound > random_texts / 5);  // broken
}

TEST_CASE("the corpus, and changes of it, are read in the fast lane as by yaml-cpp", "[fuzz]") {
  Random random{seed};
  Shares shares;
  const std::vector<CorpusText> texts = corpus();
  REQUIRE(texts.size() > 150);
  for (const CorpusText& one : texts) {
    INFO(one.name);
    compare(one.text, shares);
    if (one.text.size() > longest_changed) continue;
    for (int i = 0; i < changes_of_the_corpus && !shares.differ; ++i)
      compare(changed(one.text, random), shares);
    if (shares.differ) break;
  }
  CAPTURE(shares.all, shares.fast, shares.partly, shares.slow, shares.sound);
  CHECK(shares.fast > shares.all / 5);
  CHECK(shares.slow > shares.all / 5);
  CHECK(shares.partly > shares.all / 50);
  CHECK(shares.sound > shares.all / 50);
}
