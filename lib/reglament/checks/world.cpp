#include "reglament/checks/world.hpp"

#include "reglament/checks/names.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <utility>

namespace reglament {

namespace {

constexpr std::uint32_t most_linked = 20'000;  // records of a family, some 20 MB

Word visit_schedule() {
  static const Word word = known_word("visit-schedule");
  return word;
}

Word broadcast_schedule() {
  static const Word word = known_word("broadcast-schedule");
  return word;
}

}  // namespace

void KeptRecords::keep_linked(Family family) {
  const auto index = static_cast<std::size_t>(family);
  linked_[index] = true;
  if (window_of_[index] == nullptr) window_of_[index] = windows_.emplace_back(std::make_unique<Window>()).get();
  if (family != Family::assignment) return;
  for (const Word schedule : {visit_schedule(), broadcast_schedule()}) keep_all({family, schedule});  // found without a link
}

void KeptRecords::keep_all(const RecordType& type) {
  if (std::find(whole_types_.begin(), whole_types_.end(), type) == whole_types_.end()) whole_types_.push_back(type);
}

void KeptRecords::keep_dates(const RecordType& type) {
  if (std::find(dated_types_.begin(), dated_types_.end(), type) != dated_types_.end()) return;
  dated_types_.push_back(type);
  dates_.emplace_back();
}

bool KeptRecords::is_kept_whole(const Record& record) const {
  return std::any_of(whole_types_.begin(), whole_types_.end(),
                     [&](const RecordType& type) { return type.matches(record.family, record.type); });
}

void KeptRecords::see(const Record& record, std::optional<BodyIndex> body, Day date) {
  const auto family = static_cast<std::size_t>(record.family);
  const bool stays = is_kept_whole(record) || (wanted_ && wanted_->contains(record.id));
  if (stays) {
    records_[family].insert_or_assign(record.id, record);
  } else if (linked_[family]) {
    window_of_[family]->keep(record);
  }
  if (!body) return;
  for (std::size_t i = 0; i < dated_types_.size(); ++i) {
    if (!dated_types_[i].matches(record.family, record.type)) continue;
    std::vector<Day>& days = dates_[i][*body];
    days.insert(std::upper_bound(days.begin(), days.end(), date), date);
  }
}

void KeptRecords::Window::keep(const Record& record) {
  if (buckets_.empty()) buckets_.assign(std::bit_ceil(2 * most_linked), none);
  const std::uint32_t slot = next_;
  if (slots_.size() < most_linked) {
    slots_.push_back(record);
    hashes_.push_back(0);
    behind_.push_back(none);
  } else {
    unlink(slot);
    slots_[slot] = record;
    has_displaced_ = true;
  }
  hashes_[slot] = std::hash<std::string_view>{}(record.id);
  behind_[slot] = std::exchange(bucket_of(hashes_[slot]), slot);
  next_ = (next_ + 1) % most_linked;
}

void KeptRecords::Window::unlink(std::uint32_t slot) {
  std::uint32_t* link = &bucket_of(hashes_[slot]);
  while (*link != slot) link = &behind_[*link];
  *link = behind_[slot];
}

const Record* KeptRecords::Window::find(std::string_view id) const {
  if (buckets_.empty()) return nullptr;
  const std::size_t hash = std::hash<std::string_view>{}(id);
  for (std::uint32_t slot = buckets_[hash & (buckets_.size() - 1)]; slot != none; slot = behind_[slot]) {
    if (hashes_[slot] == hash && slots_[slot].id == id) return &slots_[slot];
  }
  return nullptr;
}

void KeptRecords::absorb(KeptRecords&& other) {
  for (std::size_t family = 0; family < family_count; ++family) records_[family].merge(other.records_[family]);
  std::move(other.windows_.begin(), other.windows_.end(), std::back_inserter(windows_));
  for (const auto& [key, minute] : other.first_done_) {
    const auto [known, is_new] = first_done_.try_emplace(key, minute);
    if (!is_new) known->second = std::min(known->second, minute);
  }
  for (std::size_t i = 0; i < dates_.size(); ++i) {
    for (auto& [body, days] : other.dates_[i]) {
      std::vector<Day>& own = dates_[i][body];
      const auto middle = own.insert(own.end(), days.begin(), days.end());
      std::inplace_merge(own.begin(), middle, own.end());
    }
  }
}

const Record* KeptRecords::find(std::string_view id) const {
  for (const auto& records : records_) {
    const auto found = records.find(std::string{id});
    if (found != records.end()) return &found->second;
  }
  bool has_displaced = false;
  for (const auto& window : windows_) {
    if (const Record* found = window->find(id)) return found;
    has_displaced = has_displaced || window->has_displaced();
  }
  asks_for_more_ = true;
  waits_for_ = id;
  if (has_ended_ && has_displaced) missed_.emplace(id);
  return nullptr;
}

std::vector<const Record*> KeptRecords::all(const RecordType& type) const {
  ask_for_more();
  std::vector<const Record*> found;
  for (const auto& [id, record] : records_[static_cast<std::size_t>(type.family)]) {
    if (type.matches(record.family, record.type)) found.push_back(&record);
  }
  std::sort(found.begin(), found.end(), [](const Record* a, const Record* b) { return a->id < b->id; });
  return found;
}

const Record* KeptRecords::plan_of(OfficeIndex office, Family family, Day day) const {
  ask_for_more();
  const Word type = family == Family::visit ? visit_schedule() : broadcast_schedule();
  const Record* found = nullptr;
  for (const auto& [id, record] : records_[static_cast<std::size_t>(Family::assignment)]) {
    if (record.type != type || maker_of(record) != office) continue;
    const auto period = record.root().period_at(names().period);
    if (!period || !contains(*period, day)) continue;
    if (found == nullptr || id < found->id) found = &record;
  }
  return found;
}

void KeptRecords::note_done(const Order& check, BodyIndex body, Day day, int minute) {
  const auto [known, is_new] = first_done_.try_emplace({&check, body, day}, minute);
  if (!is_new) known->second = std::min(known->second, minute);
}

std::optional<int> KeptRecords::first_done(const Order& check, BodyIndex body, Day day) const {
  ask_for_more();
  const auto known = first_done_.find({&check, body, day});
  return known == first_done_.end() ? std::nullopt : std::optional{known->second};
}

std::optional<Day> KeptRecords::next(const RecordType& type, BodyIndex body, Day day, const Register& offices) const {
  ask_for_more();
  const auto index = std::find(dated_types_.begin(), dated_types_.end(), type) - dated_types_.begin();
  if (static_cast<std::size_t>(index) == dated_types_.size()) return std::nullopt;
  std::optional<Day> first;
  for (const auto& [holder, days] : dates_[static_cast<std::size_t>(index)]) {
    if (!offices.is_inside(body, holder)) continue;
    const auto after = std::upper_bound(days.begin(), days.end(), day);
    if (after != days.end() && (!first || *after < *first)) first = *after;
  }
  return first;
}

bool counts_as(OfficeIndex office, Word role, Day day, const Register& offices) {
  if (offices[office].role == role) return true;
  const std::vector<OfficeIndex>& others = offices.stood_in_for(office);
  return std::any_of(others.begin(), others.end(), [&](OfficeIndex other) {
    return offices[other].role == role && offices.acts_for(office, other, day);
  });
}

bool is_plain(OfficeIndex office, const Register& offices) {
  return !offices[office].is_named_as_another && offices.stood_in_for(office).empty();
}

std::optional<OfficeIndex> maker_of(const Record& record) {
  for (const Word name : {names().acting_for, names().by}) {
    if (const auto office = record.root().office_at(name)) return office;
  }
  return std::nullopt;
}

std::optional<BodyIndex> body_of(const Record& record, const Register& offices) {
  if (record.family == Family::body) return offices.find_body(record.id);
  if (record.family == Family::office) {
    const auto office = offices.find_office(record.id);
    return office ? std::optional{offices[*office].body} : std::nullopt;
  }
  if (const auto body = record.field(names().body); body && body->kind() == Cell::Kind::body) return body->body();
  if (const auto maker = maker_of(record)) return offices[*maker].body;
  const auto issuer = record.root().office_at(names().issued_by);
  if (issuer && offices.is_bound(offices[*issuer].body)) return offices[*issuer].body;
  std::optional<BodyIndex> body;
  if (const auto executors = record.field(names().executors)) {
    executors->for_each([&](const CellView& executor) {
      const auto office = executor.office_at(names().office);
      if (!body && office) body = offices[*office].body;
    });
  }
  return body || !issuer ? body : std::optional{offices[*issuer].body};
}

}  // namespace reglament
