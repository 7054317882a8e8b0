// Reads files with yaml-cpp alone, as events, and counts their scalars.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <fstream>

namespace {

class Counter : public YAML::EventHandler {
 public:
  std::size_t scalars = 0;
  std::size_t bytes = 0;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++scalars; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
    ++scalars;
    bytes += value.size();
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

}  // namespace

int main(int count, char** paths) {
  Counter counter;
  for (int place = 1; place < count; ++place) {
    std::ifstream file(paths[place], std::ios::binary);
    YAML::Parser parser(file);
    while (parser.HandleNextDocument(counter)) {
    }
  }
  std::printf("%zu scalars of %zu bytes\n", counter.scalars, counter.bytes);
}
