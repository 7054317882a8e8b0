#include "configuration.hpp"

#include <cstdlib>
#include <system_error>

#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

enum class Holds : std::uint8_t { text, list, path, folders };

struct KeyRow {
  std::string_view key;
  Holds holds;
};

constexpr KeyRow keys[] = {
    {"rules", Holds::folders}, {"as-of", Holds::text},   {"period", Holds::text},   {"lang", Holds::text},
    {"holds", Holds::list},    {"select", Holds::list},  {"ignore", Holds::list},   {"severity", Holds::text},
    {"fail-on", Holds::text},  {"waivers", Holds::path}, {"baseline", Holds::path}, {"color", Holds::text},
};

class ConfigurationReader {
 public:
  ConfigurationReader(const YamlReader& document, const fs::path& folder, Loaded<Configuration>& loaded)
      : document_(document), folder_(folder), loaded_(loaded) {}

  void read() {
    document_.only({"rules", "as-of", "period", "lang", "holds", "settings", "select", "ignore", "severity",
                    "fail-on", "waivers", "baseline", "color"});
    for (const KeyRow& row : keys) {
      const auto value = document_.find(row.key);
      if (value) part([&] { read_value(row, *value); });
    }
    if (const auto settings = document_.find("settings")) part([&] { read_settings(*settings); });
  }

 private:
  // One value may be broken and the others still read.
  template <typename Read>
  void part(Read read) {
    try {
      read();
    } catch (const InputError& error) { loaded_.errors.push_back(error.diagnostic); }
  }

  static Given given(const YamlReader& in) { return {in.text(), in.file(), in.mark()}; }

  void read_value(const KeyRow& row, const YamlReader& in) {
    std::vector<Given> values;
    if (row.holds == Holds::text || row.holds == Holds::path) {
      values.push_back(given(in));
    } else {
      for (const YamlReader& entry : in.entries()) values.push_back(given(entry));
    }
    for (Given& value : values) {
      if (row.holds == Holds::path) value.text = from_here(value.text);
      if (row.holds == Holds::folders) value.text = folder_or_name(value.text);
    }
    loaded_.value.given[std::string{row.key}] = std::move(values);
  }

  // Paths in a configuration file are relative to it.
  std::string from_here(const std::string& path) const {
    return (folder_ / path).lexically_normal().string();
  }

  std::string folder_or_name(const std::string& text) const {
    std::error_code ignored;
    const std::string path = from_here(text);
    return fs::is_directory(path, ignored) ? path : text;
  }

  void read_settings(const YamlReader& in) {
    in.unique_keys();
    for (const YamlReader& pack : in.children()) {
      part([&] {
        pack.unique_keys();
        auto& settings = loaded_.value.settings[std::string{pack.key()}];
        for (const YamlReader& setting : pack.children())
          settings[std::string{setting.key()}] = given(setting);
      });
    }
  }

  const YamlReader& document_;
  const fs::path& folder_;
  Loaded<Configuration>& loaded_;
};

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

}  // namespace

Loaded<Configuration> read_configuration(const fs::path& file) {
  Loaded<Configuration> loaded;
  loaded.value.file = file.string();
  try {
    const auto trees = read_yaml_trees(read_file(file), loaded.value.file);
    loaded.errors = trees.errors;
    if (trees.value.size() > 1)
      throw InputError{{loaded.value.file, {}, {"configuration-several-documents", {}}}};
    for (const YamlTree& tree : trees.value) {
      const YamlReader document{tree, loaded.value.file};
      if (!document.is_null()) ConfigurationReader{document, file.parent_path(), loaded}.read();
    }
  } catch (const InputError& error) { loaded.errors.push_back(error.diagnostic); }
  return loaded;
}

std::optional<fs::path> find_project_file(const fs::path& start) {
  std::error_code error;
  const fs::path first = fs::is_directory(start, error) ? start : start.parent_path();
  if (is_file(first / "reglament.yaml")) return first / "reglament.yaml";
  const fs::path current = fs::current_path(error);
  for (fs::path folder = fs::weakly_canonical(current / first, error); folder.has_relative_path();) {
    folder = folder.parent_path();
    if (!is_file(folder / "reglament.yaml")) continue;
    return folder == current ? fs::path{"reglament.yaml"} : folder / "reglament.yaml";
  }
  return std::nullopt;
}

std::optional<fs::path> find_user_file() {
  fs::path folder;
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  const char* const home = std::getenv("HOME");
  if (config != nullptr && *config != '\0') {
    folder = config;
  } else if (home != nullptr && *home != '\0') {
    folder = fs::path{home} / ".config";
  } else {
    return std::nullopt;
  }
  const fs::path file = folder / "reglament" / "config.yaml";
  return is_file(file) ? std::optional{file} : std::nullopt;
}

}  // namespace reglament
