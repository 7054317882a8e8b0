#include "packs.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>

#include "reglament/rules/calendar_reader.hpp"
#include "reglament/rules/read_pack.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

std::string variable(const char* name, const std::string& otherwise) {
  const char* const value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::string{value};
}

std::vector<std::string> split_at_colons(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t colon = std::min(list.find(':'), list.size());
    if (colon > 0) parts.emplace_back(list.substr(0, colon));
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
  return parts;
}

// A folder of the user's or the system's data.
fs::path in_data_folder(const std::string& folder) { return fs::path{folder} / "reglament" / "rules"; }

void add_common_roots(const Options& options, std::vector<fs::path>& roots) {
  roots.push_back(fs::path{options.project} / "rules");
  const std::string home = variable("HOME", "");
  const std::string own = variable("XDG_DATA_HOME", home.empty() ? "" : home + "/.local/share");
  if (!own.empty()) roots.push_back(in_data_folder(own));
  for (const std::string& folder :
       split_at_colons(variable("XDG_DATA_DIRS", "/usr/local/share:/usr/share"))) {
    roots.push_back(in_data_folder(folder));
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) roots.push_back(in_data_folder((program.parent_path().parent_path() / "share").string()));
}

// A pack that is named by its folder.
bool is_pack_folder(const fs::path& folder) { return is_file(folder / "pack.yaml"); }

// The folder with its own name at the end, also where it is given as `.`, `..` or with a slash behind.
fs::path by_name(const fs::path& folder) {
  const auto without_slash = [](const fs::path& path) {
    return (path / "").lexically_normal().parent_path();
  };
  const fs::path given = without_slash(folder);
  const bool is_nameless = given.empty() || given.filename() == "." || given.filename() == "..";
  return is_nameless ? without_slash(fs::absolute(folder)) : given;
}

// What --rules names when it names a pack: its id, or its folder.
Given as_pack(const Given& given) {
  const fs::path path = given.text;
  return is_pack_folder(path) ? Given{by_name(path).filename().string(), given.source, given.mark} : given;
}

// The folder of calendars of a root: in it, or beside the pack that the root is.
fs::path calendars_of(const fs::path& root) {
  return is_pack_folder(root) ? (root / ".." / "calendars").lexically_normal() : root / "calendars";
}

std::vector<fs::path> calendar_folders(const PackPlaces& places) {
  std::vector<fs::path> folders;
  for (const fs::path& root : places.roots) folders.push_back(calendars_of(root));
  return folders;
}

std::string listed(const std::vector<fs::path>& folders) {
  std::string text;
  for (const fs::path& folder : folders) text += (text.empty() ? "" : ", ") + folder.string();
  return text;
}

Message missing_pack(const std::string& id, const PackPlaces& places) {
  if (const auto near = nearest(id, list_packs(places.roots)))
    return {"pack-missing-near", {clipped(id), *near}};
  return {"pack-missing", {clipped(id), listed(places.roots)}};
}

Message missing_calendar(const std::string& id, const PackPlaces& places) {
  if (const auto near = nearest(id, list_calendars(places)))
    return {"calendar-missing-near", {clipped(id), *near}};
  return {"calendar-missing", {clipped(id), listed(calendar_folders(places))}};
}

class Loader {
 public:
  Loader(const PackPlaces& places, const Configuration& configuration)
      : places_(places), configuration_(configuration) {}

  void load(const Given& wanted) {
    const auto folder = find_pack(wanted.text, places_.roots);
    if (!folder) return refuse(wanted, missing_pack(wanted.text, places_));
    auto pack = read_pack(*folder, settings_of(wanted.text));
    for (Diagnostic& error : pack.errors)
      loaded_.errors.push_back(at_its_setting(std::move(error), wanted.text));
    const Given here{pack.value.calendar, (*folder / "pack.yaml").string(), {}};
    if (pack.value.id != wanted.text)
      return refuse(here, {"pack-named-otherwise", {pack.value.id, wanted.text}});
    try {
      if (!loaded_.value.calendars.contains(here.text)) {
        loaded_.value.calendars.emplace(here.text, load_calendar(here, places_, loaded_.errors));
      }
      loaded_.value.packs.push_back(std::move(pack.value));
    } catch (const InputError& error) { loaded_.errors.push_back(error.diagnostic); }
  }

  void check_settings() {
    for (const auto& [pack, settings] : configuration_.settings) {
      if (settings.empty() || find_pack(pack, places_.roots)) continue;
      refuse(settings.begin()->second, missing_pack(pack, places_));
    }
  }

  Loaded<Rulebook> finish() { return std::move(loaded_); }

 private:
  SettingValues settings_of(const std::string& pack) const {
    SettingValues values;
    const auto settings = configuration_.settings.find(pack);
    if (settings == configuration_.settings.end()) return values;
    for (const auto& [name, given] : settings->second) values[name] = given.text;
    return values;
  }

  // The reader of packs does not know where the user's settings stand.
  Diagnostic at_its_setting(Diagnostic error, const std::string& pack) const {
    if (error.message.key != "unknown-setting") return error;
    return configuration_.settings.at(pack).at(error.message.arguments.front()).diagnostic(error.message);
  }

  void refuse(const Given& given, Message message) {
    loaded_.errors.push_back(given.diagnostic(std::move(message)));
  }

  const PackPlaces& places_;
  const Configuration& configuration_;
  Loaded<Rulebook> loaded_;
};

}  // namespace

PackPlaces pack_places(const Options& options) {
  PackPlaces places;
  for (const Given& given : options.rules) {
    const fs::path path = given.text;
    if (is_pack_folder(path)) {
      places.roots.push_back(by_name(path));
      places.only.push_back(as_pack(given));
    } else if (is_folder(path) && (is_folder(path / "calendars") || !list_packs({path}).empty())) {
      places.roots.push_back(path);
    } else {
      places.only.push_back(given);
    }
  }
  add_common_roots(options, places.roots);
  return places;
}

std::vector<Given> packs_named(const Register& offices) {
  static const Word regulations = known_word("regulations");
  std::vector<Given> packs;
  std::set<std::string> seen;
  for (const Body& body : offices.bodies()) {
    for (const std::string& id : body.regulations) {
      if (!seen.insert(id).second) continue;
      const auto field = body.record.field(regulations);
      packs.push_back({id, body.record.file, field ? field->mark() : body.record.mark});
    }
  }
  return packs;
}

Loaded<Rulebook> load_packs(const std::vector<Given>& wanted, const PackPlaces& places,
                            const Configuration& configuration) {
  Loader loader{places, configuration};
  for (const Given& pack : wanted) loader.load(pack);
  loader.check_settings();
  return loader.finish();
}

Loaded<Rulebook> load_pack(const Given& pack, Options options) {
  options.rules.insert(options.rules.begin(), pack);
  return load_packs({as_pack(pack)}, pack_places(options), options.configuration);
}

WorkingCalendar load_calendar(const Given& id, const PackPlaces& places, Diagnostics& errors) {
  for (const fs::path& folder : calendar_folders(places)) {
    const fs::path file = folder / (id.text + ".yaml");
    if (!is_file(file)) continue;
    auto read = read_calendar(read_file(file), file.string());
    if (read.value) return std::move(*read.value);
    errors.insert(errors.end(), read.errors.begin(), read.errors.end() - 1);
    throw InputError{read.errors.back()};
  }
  throw InputError{id.diagnostic(missing_calendar(id.text, places))};
}

std::vector<std::string> list_calendars(const PackPlaces& places) {
  std::set<std::string> ids;
  for (const fs::path& folder : calendar_folders(places)) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, ignored}) {
      if (entry.path().extension() == ".yaml") ids.insert(entry.path().stem().string());
    }
  }
  return {ids.begin(), ids.end()};
}

}  // namespace reglament
