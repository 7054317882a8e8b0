#include "reglament/records/read.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <system_error>
#include <thread>

#include "reglament/records/build_register.hpp"
#include "reglament/records/entries.hpp"
#include "reglament/records/id_set.hpp"
#include "reglament/records/sha256.hpp"

namespace reglament {

namespace {

namespace fs = std::filesystem;

// Up to one byte more than may be read as YAML, so that whoever reads it sees that it is too large. Into `text`, whose
// memory serves for one file after another.
void read_stream(std::istream& stream, std::size_t expected, std::string& text) {
  constexpr std::size_t most = largest_yaml_text + 1;
  std::size_t size = 0;
  std::size_t wanted = std::min(most, expected + 1);  // one more: to meet the end without another round
  while (stream && size < most) {
    text.resize(wanted);
    stream.read(text.data() + size, static_cast<std::streamsize>(wanted - size));
    size += static_cast<std::size_t>(stream.gcount());
    wanted = std::min(most, std::max(2 * wanted, std::size_t{65'536}));
  }
  text.resize(size);
}

bool read_file(const std::string& path, std::string& text) {
  std::error_code error;
  if (fs::is_directory(path, error)) return false;
  const std::uintmax_t size = fs::file_size(path, error);
  std::ifstream stream{path, std::ios::binary};
  if (!stream) return false;
  read_stream(stream, error ? 0 : static_cast<std::size_t>(size), text);
  return !stream.bad();
}

// What the file holds, in `storage` unless the input has it already.
std::optional<std::string_view> content_of(const Input& input, std::string& storage) {
  if (input.path == "-") return input.text;
  if (!read_file(input.path, storage)) return std::nullopt;
  return storage;
}

std::uintmax_t size_of(const Input& input) {
  if (input.path == "-") return input.text.size();
  std::error_code error;
  const std::uintmax_t size = fs::file_size(input.path, error);
  return error ? 0 : size;
}

// Where each of `parts` runs of `inputs` ends, all of about as many bytes.
std::vector<std::size_t> ends_of_parts(const std::vector<Input>& inputs, std::size_t parts) {
  std::vector<std::uintmax_t> through;  // bytes up to the end of each input
  for (const Input& input : inputs) through.push_back((through.empty() ? 0 : through.back()) + size_of(input));
  std::vector<std::size_t> ends;
  for (std::size_t part = 1; part < parts; ++part) {
    const std::uintmax_t share = through.empty() ? 0 : through.back() / parts * part;
    ends.push_back(static_cast<std::size_t>(std::upper_bound(through.begin(), through.end(), share) - through.begin()));
  }
  ends.push_back(inputs.size());
  return ends;
}

// Does the work of every part on a thread of its own, the first on this one. What one of them throws comes out here.
void in_parts(const std::vector<std::size_t>& ends, const std::function<void(std::size_t part, std::size_t begin, std::size_t end)>& work) {
  std::vector<std::exception_ptr> thrown(ends.size());
  const auto run = [&](std::size_t part) {
    try {
      work(part, part == 0 ? 0 : ends[part - 1], ends[part]);
    } catch (...) { thrown[part] = std::current_exception(); }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t part = 1; part < ends.size(); ++part) threads.emplace_back(run, part);
    run(0);
  }
  for (const std::exception_ptr& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool holds_records(const fs::path& path) {
  const fs::path extension = path.extension();
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

// Two ways to write one path have one of these.
std::string identity_of(const fs::path& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path.lexically_normal().string() : canonical.string();
}

class Finder {
 public:
  explicit Finder(const std::vector<std::string>& skip) {
    for (const std::string& path : skip) skipped_.insert(identity_of(path));
  }

  void add(const std::string& path) {
    if (path == "-") return add_standard_input();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      errors_.push_back({path, {}, {"input-missing", {}}});
    } else if (fs::is_directory(status)) {
      add_folder(path);
    } else {
      add_file(path, path);
    }
  }

  Loaded<std::vector<Input>> finish() {
    std::sort(inputs_.begin(), inputs_.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    return {std::move(inputs_), std::move(errors_)};
  }

 private:
  void add_standard_input() {
    if (!seen_.insert("-").second) return;
    Input& input = inputs_.emplace_back();
    input.path = '-';
    read_stream(std::cin, 0, input.text);
  }

  void add_file(const std::string& shown, const fs::path& path) {
    if (!seen_.insert(identity_of(path)).second) return;
    inputs_.emplace_back().path = shown;
  }

  void add_folder(const std::string& folder) {
    bool any = false;
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, error};
    for (; !error && entry != fs::recursive_directory_iterator{}; entry.increment(error)) {
      const fs::path& path = entry->path();
      std::error_code unknown;
      if (entry->is_directory(unknown)) {
        if (is_hidden(path) || is_rules(path, entry.depth())) entry.disable_recursion_pending();
      } else if (is_wanted(path)) {
        any = true;
        add_file(path.lexically_normal().string(), path);
      }
    }
    if (error) errors_.push_back({folder, {}, {"input-unreadable", {}}});
    if (!any && !error) errors_.push_back({folder, {}, {"input-empty-folder", {}}});
  }

  // The project's rule packs: they lie beside its configuration, or at the top of the folder that was named.
  static bool is_rules(const fs::path& path, int depth) {
    std::error_code error;
    return path.filename() == "rules" &&
           (depth == 0 || fs::exists(path.parent_path() / "reglament.yaml", error));
  }

  bool is_wanted(const fs::path& path) const {
    if (is_hidden(path) || !holds_records(path) || path.filename() == "reglament.yaml") return false;
    return skipped_.empty() || !skipped_.contains(identity_of(path));
  }

  std::set<std::string> skipped_;
  std::set<std::string> seen_;
  std::vector<Input> inputs_;
  Diagnostics errors_;
};

bool may_be_in_word(char c) {
  return c == '-' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !may_be_in_word(text[at - 1]);
    if (begins && (end == text.size() || !may_be_in_word(text[end]))) return true;
  }
  return false;
}

bool may_hold_register(std::string_view text) {
  return holds_word(text, "bodies") || holds_word(text, "offices");
}

// A link whose record had not come yet.
struct OpenLink {
  std::size_t input;
  Mark mark;
  std::optional<Family> family;
  std::string id;
};

class RecordsReader {
 public:
  RecordsReader(const Register& offices, const SeeRecord& see)
      : builder_(offices, errors_), see_(see) {}

  void read(Input& input) {
    const auto text = content_of(input, storage_);
    if (!text) {
      faults_.push_back({{input.path, {}, {"input-unreadable", {}}}});
      return;
    }
    input.sha256 = to_hex(sha256(*text));
    input.records = 0;
    input.lanes = {};
    const auto see = [&](Family family, YamlTree& tree) { take(YamlReader{tree, input.path}, family, input); };
    const Diagnostics broken = read_entries(*text, input.path, Wanted::records, see, &input.lanes);
    errors_.insert(errors_.end(), broken.begin(), broken.end());
    faults_.push_back(std::move(errors_));
    errors_.clear();
  }

  // Takes over what `other` read: inputs that come behind these. False where both hold a record of one id.
  bool absorb(RecordsReader&& other) {
    for (OpenLink& link : other.open_links_) {
      link.input += faults_.size();
      open_links_.push_back(std::move(link));
    }
    std::move(other.faults_.begin(), other.faults_.end(), std::back_inserter(faults_));
    return ids_.absorb(other.ids_);
  }

  // In the order of the inputs and, in each, of the text.
  Diagnostics finish(const std::vector<Input>& inputs) {
    for (const OpenLink& link : open_links_) {
      if (leads_somewhere(link.family, link.id)) continue;
      faults_[link.input].push_back(
          {inputs[link.input].path, link.mark, {"link-to-nothing", {clipped(link.id)}}});
    }
    Diagnostics all;
    for (Diagnostics& faults : faults_) {
      std::stable_sort(faults.begin(), faults.end(),
                       [](const Diagnostic& a, const Diagnostic& b) { return a.mark < b.mark; });
      std::move(faults.begin(), faults.end(), std::back_inserter(all));
    }
    return all;
  }

 private:
  void take(const YamlReader& entry, Family family, Input& input) {
    const bool is_usable = builder_.build(entry, family);
    const Record& record = builder_.record();
    if (!record.id.empty() && !ids_.insert(family, record.id)) {
      errors_.push_back(entry.find("id")->diagnostic({"id-used-twice", {clipped(record.id)}}));
      return;
    }
    if (!is_usable) return;
    keep_links(record);
    ++input.records;
    see_(record);
  }

  void keep_links(const Record& record) {
    for (const RecordBuilder::Link& link : builder_.links()) {
      const CellView cell{record, link.cell};
      if (leads_somewhere(link.family, cell.text())) continue;
      open_links_.push_back({faults_.size(), cell.mark(), link.family, std::string{cell.text()}});
    }
  }

  bool leads_somewhere(std::optional<Family> family, std::string_view id) const {
    if (family) return ids_.contains(*family, id);
    constexpr std::array records{Family::meeting, Family::visit, Family::assignment};
    return std::any_of(records.begin(), records.end(), [&](Family any) { return ids_.contains(any, id); });
  }

  std::string storage_;
  Diagnostics errors_;  // of the input being read
  RecordBuilder builder_;
  const SeeRecord& see_;
  IdSet ids_;
  std::vector<OpenLink> open_links_;
  std::vector<Diagnostics> faults_;  // by input
};

}  // namespace

Loaded<std::vector<Input>> find_inputs(const std::vector<std::string>& paths,
                                       const std::vector<std::string>& skip) {
  Finder finder{skip};
  for (const std::string& path : paths) finder.add(path);
  return finder.finish();
}

Loaded<Register> read_register(const std::vector<Input>& inputs, std::size_t jobs) {
  std::vector<char> may_hold(inputs.size());  // no bits: each is written by one thread
  in_parts(ends_of_parts(inputs, jobs), [&](std::size_t, std::size_t begin, std::size_t end) {
    std::string storage;
    for (std::size_t i = begin; i < end; ++i) {
      const auto text = content_of(inputs[i], storage);
      may_hold[i] = text && may_hold_register(*text);
    }
  });

  RegisterBuilder builder;
  std::deque<YamlTree> trees;  // a deque: readers look at its elements
  std::string storage;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!may_hold[i]) continue;
    const Input& input = inputs[i];
    const auto text = content_of(input, storage);
    if (!text) continue;
    read_entries(*text, input.path, Wanted::register_entries, [&](Family family, YamlTree& tree) {
      tree.own();  // the text goes before the register is built
      const YamlReader entry{trees.emplace_back(std::move(tree)), input.path};
      family == Family::body ? builder.add_body(entry) : builder.add_office(entry);
    });
  }
  return builder.finish();
}

Diagnostics read_records(std::vector<Input>& inputs, const Register& offices, const SeeRecord& see) {
  return *read_records(inputs, offices, std::vector{see});
}

std::optional<Diagnostics> read_records(std::vector<Input>& inputs, const Register& offices,
                                        const std::vector<SeeRecord>& see) {
  std::deque<RecordsReader> readers;
  for (const SeeRecord& each : see) readers.emplace_back(offices, each);
  in_parts(ends_of_parts(inputs, see.size()), [&](std::size_t part, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) readers[part].read(inputs[i]);
  });
  RecordsReader& all = readers.front();
  for (std::size_t part = 1; part < readers.size(); ++part) {
    if (!all.absorb(std::move(readers[part]))) return std::nullopt;
  }
  return all.finish(inputs);
}

}  // namespace reglament
