#include "options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <thread>
#include <unistd.h>

#include "help_page.hpp"
#include "reglament/findings/characters.hpp"
#include "reglament/version.hpp"
#include "reglament/yaml/reader.hpp"

namespace reglament {

namespace {

constexpr unsigned most_jobs = 64;  // more would only cost memory

namespace fs = std::filesystem;

enum class Wants : std::uint8_t { nothing, value, values };

struct OptionRow {
  std::string_view flags;  // as CLI11 wants them
  std::string_view value;  // as the help shows it; of --format: what the command knows
  Wants wants;
  std::optional<Takes> takes;  // none: every command takes it
  std::string_view group;
  std::string_view meaning;
};

constexpr OptionRow common_options[] = {
    {"--rules", "PACK|DIR", Wants::values, Takes::rules, "help-group-judged", "help-rules"},
    {"--as-of", "DAY", Wants::value, Takes::as_of, "help-group-judged", "help-as-of"},
    {"--period", "PERIOD", Wants::value, Takes::scope, "help-group-judged", "help-period"},
    {"--office", "ID", Wants::value, Takes::scope, "help-group-judged", "help-office"},
    {"--body", "ID", Wants::value, Takes::scope, "help-group-judged", "help-body"},
    {"--select", "RULE", Wants::values, Takes::scope, "help-group-judged", "help-select"},
    {"--ignore", "RULE", Wants::values, Takes::scope, "help-group-judged", "help-ignore"},
    {"--severity", "error|warning|note", Wants::value, Takes::scope, "help-group-judged", "help-severity"},
    {"--holds", "FIELD|all", Wants::values, Takes::scope, "help-group-judged", "help-holds"},
    {"--allow-empty", "", Wants::nothing, Takes::scope, "help-group-judged", "help-allow-empty"},
    {"--waivers", "FILE", Wants::value, Takes::judging, "help-group-known", "help-waivers"},
    {"--baseline", "FILE", Wants::value, Takes::judging, "help-group-known", "help-baseline"},
    {"--update-baseline", "", Wants::nothing, Takes::judging, "help-group-known", "help-update-baseline"},
    {"-f,--format", "", Wants::value, Takes::format, "help-group-output", "help-format"},
    {"-o,--output", "FILE", Wants::value, Takes::format, "help-group-output", "help-output"},
    {"--report", "FORMAT=FILE", Wants::values, Takes::judging, "help-group-output", "help-report"},
    {"--all", "", Wants::nothing, Takes::judging, "help-group-output", "help-all"},
    {"--fail-on", "error|warning|note|never", Wants::value, Takes::judging, "help-group-output",
     "help-fail-on"},
    {"--lang", "kk|ru|en", Wants::value, std::nullopt, "help-group-output", "help-lang"},
    {"--color", "auto|always|never", Wants::value, std::nullopt, "help-group-output", "help-color"},
    {"--stats", "", Wants::nothing, Takes::judging, "help-group-output", "help-stats"},
    {"-q,--quiet", "", Wants::nothing, std::nullopt, "help-group-output", "help-quiet"},
    {"-v,--verbose", "", Wants::nothing, std::nullopt, "help-group-output", "help-verbose"},
    {"-c,--config", "FILE", Wants::value, std::nullopt, "help-group-general", "help-config"},
    {"--isolated", "", Wants::nothing, std::nullopt, "help-group-general", "help-isolated"},
    {"-j,--jobs", "N", Wants::value, Takes::judging, "help-group-general", "help-jobs"},
};

std::string long_name(std::string_view flags) { return std::string{flags.substr(flags.find("--") + 2)}; }

std::string from_environment(std::string_view name) {
  const char* const value = std::getenv(std::string{name}.c_str());
  return value == nullptr ? std::string{} : std::string{value};
}

// --as-of: REGLAMENT_AS_OF
std::string variable_of(std::string_view flag) {
  std::string name = "REGLAMENT_";
  for (const char c : flag) {
    const bool is_letter = c >= 'a' && c <= 'z';
    name += is_letter ? static_cast<char>(c - 'a' + 'A') : '_';
  }
  return name;
}

std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = list.find(',');
    if (comma != 0 && !list.empty()) parts.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

Language locale_language() {
  for (const char* const variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string locale = from_environment(variable);
    if (!locale.empty()) return parse_language(std::string_view{locale}.substr(0, 2)).value_or(Language::en);
  }
  return Language::en;
}

Day today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

// The values of one command line, each from the first source that has it.
class Values {
 public:
  Values(const std::map<std::string, CLI::Option*, std::less<>>& flags, const Configuration& configuration)
      : flags_(flags), configuration_(configuration) {}

  std::vector<Given> all(std::string_view name) const {
    const auto flag = flags_.find(name);
    if (flag == flags_.end()) return {};
    std::vector<Given> values;
    for (const std::string& result : flag->second->results())
      values.push_back({result, "--" + std::string{name}, {}});
    if (!values.empty()) return values;
    const std::string variable = variable_of(name);
    for (std::string& part : parts_of(from_environment(variable)))
      values.push_back({std::move(part), variable, {}});
    if (!values.empty()) return values;
    const auto configured = configuration_.given.find(name);
    return configured == configuration_.given.end() ? values : configured->second;
  }

  std::optional<Given> one(std::string_view name) const {
    std::vector<Given> values = all(name);
    return values.empty() ? std::nullopt : std::optional{std::move(values.back())};
  }

 private:
  const std::map<std::string, CLI::Option*, std::less<>>& flags_;
  const Configuration& configuration_;
};

// Reads the values; what is wrong with them is gathered.
class OptionsReader {
 public:
  OptionsReader(const Values& values, const std::vector<Format>& formats, Options& options,
                Diagnostics& errors)
      : values_(values), formats_(formats), options_(options), errors_(errors) {}

  void read() {
    read_scope();
    read_rules();
    read_known();
    read_output();
    read_jobs();
  }

  bool yes(std::string_view name) {
    const auto given = values_.one(name);
    if (!given) return false;
    constexpr std::array<std::string_view, 8> words{"true", "1", "yes", "on", "false", "0", "no", "off"};
    const auto word = one_of(*given, words);
    return word && *word < 4;
  }

 private:
  void read_scope() {
    if (const auto given = values_.one("as-of")) {
      const auto day = parse_day(given->text);
      if (day) options_.as_of = *day;
      if (!day) refuse(*given, {"expected-date", {clipped(given->text)}});
    }
    if (const auto given = values_.one("period")) {
      options_.period = parse_range(given->text);
      if (!options_.period) refuse(*given, {"option-no-period", {clipped(given->text)}});
    }
    options_.office = values_.one("office");
    options_.body = values_.one("body");
    for (const Given& field : values_.all("holds")) {
      if (field.text == "all") options_.holds_all = true;
      options_.holds.push_back(field.text);
    }
    options_.allow_empty = yes("allow-empty");
  }

  void read_rules() {
    options_.rules = values_.all("rules");
    options_.select = values_.all("select");
    options_.ignore = values_.all("ignore");
    constexpr std::array<std::string_view, 4> severities{"note", "warning", "error", "never"};
    if (const auto given = values_.one("severity")) {
      const auto least = one_of(*given, std::span{severities}.first(3));
      if (least) options_.severity = static_cast<Severity>(*least);
    }
    if (const auto given = values_.one("fail-on")) {
      const auto least = one_of(*given, severities);
      if (least) options_.fail_on = *least == 3 ? std::nullopt : std::optional{static_cast<Severity>(*least)};
    }
  }

  void read_known() {
    if (const auto given = values_.one("waivers")) options_.waivers = given->text;
    if (const auto given = values_.one("baseline")) options_.baseline = given->text;
    options_.update_baseline = yes("update-baseline");
    if (options_.update_baseline && !options_.baseline) {
      refuse({"", "--update-baseline", {}}, {"option-update-without-baseline", {}});
    }
  }

  void read_output() {
    options_.all = yes("all");
    options_.stats = yes("stats");
    options_.verbosity = yes("verbose") ? 1 : yes("quiet") ? -1 : 0;
    if (const auto given = values_.one("output"); given && given->text != "-") options_.output = given->text;
    read_format();
    for (const Given& given : values_.all("report")) read_report(given);
    read_color();
    if (const auto given = values_.one("lang")) {
      constexpr std::array<std::string_view, 3> languages{"kk", "ru", "en"};
      const auto language = one_of(*given, languages);
      if (language) options_.language = static_cast<Language>(*language);
    }
  }

  void read_format() {
    if (const auto given = values_.one("format")) {
      if (const auto format = format_named(*given)) options_.format = *format;
    } else if (!options_.output.empty() && fs::path{options_.output}.has_extension()) {
      const auto format = format_of_extension(options_.output);
      const bool is_known = format && std::find(formats_.begin(), formats_.end(), *format) != formats_.end();
      if (is_known) options_.format = *format;
      if (!is_known)
        refuse({options_.output, "--output", {}}, {"option-unknown-extension", {options_.output}});
    }
  }

  std::optional<Format> format_named(const Given& given) {
    std::vector<std::string_view> names;
    for (const Format format : formats_) names.push_back(to_text(format));
    return one_of(given, names) ? parse_format(given.text) : std::nullopt;
  }

  void read_report(const Given& given) {
    const std::size_t equals = given.text.find('=');
    if (equals == std::string::npos || equals + 1 == given.text.size()) {
      return refuse(given, {"option-report-form", {clipped(given.text)}});
    }
    const auto format = format_named({given.text.substr(0, equals), given.source, given.mark});
    if (format) options_.reports.push_back({*format, given.text.substr(equals + 1)});
  }

  void read_color() {
    constexpr std::array<std::string_view, 3> wishes{"auto", "always", "never"};
    const auto given = values_.one("color");
    const std::size_t wish = given ? one_of(*given, wishes).value_or(0) : 0;
    const bool may = ::isatty(STDOUT_FILENO) == 1 && options_.output.empty() &&
                     from_environment("NO_COLOR").empty() && from_environment("TERM") != "dumb";
    options_.color = wish == 1 || (wish == 0 && may);
  }

  void read_jobs() {
    options_.jobs = std::max(1U, std::thread::hardware_concurrency());
    const auto given = values_.one("jobs");
    if (!given) return;
    unsigned jobs = 0;
    const char* const end = given->text.data() + given->text.size();
    const auto [stop, error] = std::from_chars(given->text.data(), end, jobs);
    if (error != std::errc{} || stop != end || jobs == 0)
      refuse(*given, {"option-no-count", {clipped(given->text)}});
    options_.jobs = std::min(jobs, most_jobs);
  }

  // The number of the word that was given.
  std::optional<std::size_t> one_of(const Given& given, std::span<const std::string_view> words) {
    const auto found = std::find(words.begin(), words.end(), given.text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse(given, unknown(given.text, "option-no-such-value", "option-no-such-value-near",
                          {words.begin(), words.end()}));
    return std::nullopt;
  }

  void refuse(const Given& given, Message message) {
    errors_.push_back(given.diagnostic(std::move(message)));
  }

  const Values& values_;
  const std::vector<Format>& formats_;
  Options& options_;
  Diagnostics& errors_;
};

Configuration merged(Configuration project, Configuration user) {
  project.given.merge(user.given);
  for (auto& [pack, settings] : user.settings) project.settings[pack].merge(settings);
  return project;
}

void append(Diagnostics& errors, Diagnostics more) {
  std::move(more.begin(), more.end(), std::back_inserter(errors));
}

// The files that apply, read.
Configuration load_configuration(const Values& flags, bool isolated, Options& options, Diagnostics& errors) {
  Configuration project;
  Configuration user;
  std::optional<fs::path> file;
  if (const auto given = flags.one("config")) {
    file = given->text;
  } else if (!isolated) {
    file = find_project_file(options.paths.front() == "-" ? "." : options.paths.front());
  }
  if (file) {
    auto read = read_configuration(file->lexically_normal());
    append(errors, std::move(read.errors));
    project = std::move(read.value);
    options.project = file->lexically_normal().parent_path().string();
  }
  const auto user_file = isolated ? std::nullopt : find_user_file();
  if (user_file) {
    auto read = read_configuration(*user_file);
    append(errors, std::move(read.errors));
    user = std::move(read.value);
  }
  return merged(std::move(project), std::move(user));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// text|json
std::string words_of(const std::vector<Format>& formats) {
  std::string words;
  for (const Format format : formats) words += (words.empty() ? "" : "|") + std::string{to_text(format)};
  return words;
}

std::vector<std::string> names_of_subcommands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* subcommand : app.get_subcommands({})) names.push_back(subcommand->get_name());
  return names;
}

// The first word that is no option, where an argument has taken it.
std::string first_argument(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (!option->nonpositional() && !option->empty()) return option->results().front();
  }
  return {};
}

bool holds(const std::vector<Takes>& takes, Takes what) {
  return std::find(takes.begin(), takes.end(), what) != takes.end();
}

}  // namespace

CommandLine::CommandLine(CommandPage page, int argc, char** argv)
    : page_(std::move(page)),
      argc_(argc),
      argv_(argv),
      language_(early_language(argc, argv)),
      app_(std::make_unique<CLI::App>(text(page_.about), std::string{page_.name})) {
  app_->formatter(std::make_shared<HelpPage>(page_, language_));
  app_->option_defaults()->group(text("help-group-general"));
  app_->allow_extras();  // told by ourselves, with what may be meant
  app_->fallthrough();   // common options may stand behind a subcommand
  add_options(*app_, page_.takes);
  app_->set_help_flag("-h,--help", text("help-help"))->group(text("help-group-general"));
  app_->set_version_flag("--version", std::string{page_.name} + " " + std::string{version()},
                         text("help-version"))
      ->group(text("help-group-general"));
}

CommandLine::~CommandLine() = default;

void CommandLine::add_options(CLI::App& app, const std::vector<Takes>& takes) {
  if (holds(takes, Takes::paths)) {
    CLI::Option* const paths = app.add_option("PATH", CLI::callback_t{}, text("help-path"));
    common_["PATH"] = paths->expected(0, 1 << 20)->allow_extra_args()->group(text("help-group-judged"));
  }
  for (const OptionRow& row : common_options) {
    const bool is_asked = row.takes ? holds(takes, *row.takes) : &app == app_.get();
    if (!is_asked) continue;
    const std::string flags{row.flags};
    CLI::Option* option = nullptr;
    if (row.wants == Wants::nothing) {
      option = app.add_flag_callback(
          flags, [] {}, text(row.meaning));
    } else {
      option = app.add_option(flags, CLI::callback_t{}, text(row.meaning));
      const std::string value = row.flags == "-f,--format" ? words_of(page_.formats) : std::string{row.value};
      option->type_name(value)->expected(1)->take_all();
    }
    common_[long_name(row.flags)] = option->group(text(row.group));
  }
}

void CommandLine::let_take(CLI::App& subcommand, const std::vector<Takes>& takes, CLI::Option* paths) {
  const auto known = common_;
  add_options(subcommand, takes);
  if (paths != nullptr) common_["PATH"] = paths;
  for (const auto& [name, option] : common_) {
    if (!known.contains(name)) taken_by_[name] = &subcommand;
  }
}

// What the environment or a file says of an option that another subcommand takes is not this one's business.
void CommandLine::forget_other_subcommands() {
  for (const auto& [name, subcommand] : taken_by_) {
    if (!subcommand->parsed()) common_.erase(name);
  }
}

Options CommandLine::parse() {
  parse_flags();
  forget_other_subcommands();
  Options options;
  options.program = page_.name;
  options.language = locale_language();
  options.as_of = today();
  const auto paths = common_.find("PATH");
  if (paths != common_.end() && !paths->second->empty()) options.paths = paths->second->results();

  Diagnostics errors;
  const Configuration none;
  const Values flags{common_, none};
  const bool isolated = OptionsReader{flags, page_.formats, options, errors}.yes("isolated");
  options.configuration = load_configuration(flags, isolated, options, errors);
  const Values values{common_, options.configuration};
  OptionsReader{values, page_.formats, options, errors}.read();
  if (errors.empty()) return options;

  for (const Diagnostic& error : errors) say_error(error, options.language);
  const bool in_a_file = std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& error) {
    return error.file == options.configuration.file || error.mark.line > 0;
  });
  say_line(say(options.language, in_a_file ? "command-stopped" : "command-not-run", {options.program}));
  throw Exit{2};
}

void CommandLine::parse_flags() {
  try {
    app_->parse(argc_, argv_);
  } catch (const CLI::CallForHelp&) {
    write_output("", app_->help());
    throw Exit{0};
  } catch (const CLI::CallForVersion& version) {
    write_output("", std::string{version.what()} + "\n");
    throw Exit{0};
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    refuse({"option-needs-value", {what.substr(0, what.find_first_of(": "))}});
  } catch (const CLI::RequiredError& error) {
    const std::string what = error.what();
    refuse({"argument-missing", {what.substr(0, what.find(' '))}});
  } catch (const CLI::ParseError& error) { refuse({"option-misused", {error.what()}}); }
  refuse_leftovers();
}

void CommandLine::refuse_leftovers() const {
  const std::vector<std::string> leftovers = app_->remaining(true);
  const std::vector<std::string> subcommands = names_of_subcommands(*app_);
  if (!subcommands.empty() && app_->get_subcommands().empty()) {
    std::string first = first_argument(*app_);
    if (first.empty() && !leftovers.empty()) first = leftovers.front();
    const bool is_word = !first.empty() && !first.starts_with('-');
    const bool may_do_without = answers_without_subcommand(*app_);
    if (first.empty() && !may_do_without) refuse({"subcommand-missing", {joined(subcommands)}});
    if (is_word && (!may_do_without || nearest(first, subcommands))) {
      refuse(unknown(first, "subcommand-unknown", "subcommand-unknown-near", subcommands));
    }
  }
  if (leftovers.empty()) return;
  const std::string& first = leftovers.front();
  if (!first.starts_with('-')) refuse({"argument-unexpected", {clipped(first)}});

  std::vector<std::string> known;
  const auto note = [&](const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
  };
  note(*app_);
  for (const CLI::App* subcommand : app_->get_subcommands()) note(*subcommand);
  refuse(unknown(first.substr(0, first.find('=')), "option-unknown", "option-unknown-near", known));
}

void CommandLine::refuse(const Message& message) const {
  say_line(std::string{page_.name} + ": " + wording(message, language_));
  say_line(say(language_, "command-not-run", {std::string{page_.name}}));
  throw Exit{2};
}

Language early_language(int argc, char** argv) {
  std::optional<Language> flag;
  for (int i = 1; i < argc && std::string_view{argv[i]} != "--"; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) flag = parse_language(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) flag = parse_language(argv[i + 1]);
  }
  if (flag) return *flag;
  return parse_language(from_environment("REGLAMENT_LANG")).value_or(locale_language());
}

int run_program(int argc, char** argv, const std::function<int()>& command) {
  const Language language = early_language(argc, argv);
  try {
    return command();
  } catch (const Exit& exit) { return exit.status; } catch (const InputError& error) {
    say_error(error.diagnostic, language);
  } catch (const std::exception& error) {
    say_line(say(language, "command-failed", {visible(argv[0]), visible(error.what())}));
  }
  return 2;
}

void say_error(const Diagnostic& error, Language language) { say_line(wording(error, language)); }

void say_line(const std::string& line) {
  std::fflush(stdout);  // so that both keep their order where they go to one place
  std::fputs((line + "\n").c_str(), stderr);
}

void write_output(const std::string& path, std::string_view content) {
  if (!path.empty() && path != "-") return write_whole(path, content);
  const std::size_t written = std::fwrite(content.data(), 1, content.size(), stdout);
  if (written != content.size() || std::fflush(stdout) != 0) {
    throw InputError{{"-", {}, {"cannot-write-output", {}}}};
  }
}

Message unknown(const std::string& given, std::string key, std::string key_near,
                const std::vector<std::string>& known) {
  if (auto near = nearest(given, known)) return {std::move(key_near), {clipped(given), std::move(*near)}};
  return {std::move(key), {clipped(given), joined(known)}};
}

}  // namespace reglament
