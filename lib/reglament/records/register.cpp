#include "reglament/records/register.hpp"

#include <algorithm>

namespace reglament {

namespace {

std::uint64_t key(Word role, BodyIndex body) {
  return static_cast<std::uint64_t>(role) << 32U | static_cast<std::uint64_t>(body);
}

bool contains_day(const std::vector<Tenure>& tenures, Day day) {
  return std::any_of(tenures.begin(), tenures.end(),
                     [&](const Tenure& tenure) { return tenure.contains(day); });
}

}  // namespace

std::optional<BodyIndex> Register::find_body(std::string_view id) const {
  const auto found = body_ids_.find(id);
  return found == body_ids_.end() ? std::nullopt : std::optional{found->second};
}

std::optional<OfficeIndex> Register::find_office(std::string_view id) const {
  const auto found = office_ids_.find(id);
  return found == office_ids_.end() ? std::nullopt : std::optional{found->second};
}

bool Register::is_inside(BodyIndex inner, BodyIndex outer) const {
  for (std::optional<BodyIndex> body = inner; body; body = (*this)[*body].within) {
    if (*body == outer) return true;
  }
  return false;
}

std::optional<BodyIndex> Register::enclosing(BodyIndex inner, Word kind) const {
  for (std::optional<BodyIndex> body = inner; body; body = (*this)[*body].within) {
    if ((*this)[*body].kind == kind) return body;
  }
  return std::nullopt;
}

std::vector<std::string> Register::regulations(BodyIndex inner) const {
  std::vector<std::string> packs;
  for (std::optional<BodyIndex> body = inner; body; body = (*this)[*body].within) {
    for (const std::string& pack : (*this)[*body].regulations) {
      if (std::find(packs.begin(), packs.end(), pack) == packs.end()) packs.push_back(pack);
    }
  }
  return packs;
}

bool Register::is_bound(BodyIndex inner) const {
  for (std::optional<BodyIndex> body = inner; body; body = (*this)[*body].within) {
    if (!(*this)[*body].regulations.empty()) return true;
  }
  return false;
}

void Register::bind_alike(const std::string& pack, const std::string& other) {
  for (Body& body : bodies_) {
    std::vector<std::string>& named = body.regulations;
    const bool by_pack = std::find(named.begin(), named.end(), pack) != named.end();
    const bool by_other = std::find(named.begin(), named.end(), other) != named.end();
    if (by_pack != by_other) named.push_back(by_pack ? other : pack);
  }
}

const std::vector<OfficeIndex>& Register::offices_of(Word role, BodyIndex body) const {
  static const std::vector<OfficeIndex> none;
  const auto found = inside_.find(key(role, body));
  return found == inside_.end() ? none : found->second;
}

const std::vector<OfficeIndex>& Register::offices_around(Word role, BodyIndex inner) const {
  static const std::vector<OfficeIndex> none;
  for (std::optional<BodyIndex> body = inner; body; body = (*this)[*body].within) {
    const auto found = own_.find(key(role, *body));
    if (found != own_.end()) return found->second;
  }
  return none;
}

std::optional<OfficeIndex> Register::office_around(Word role, BodyIndex body) const {
  const std::vector<OfficeIndex>& offices = offices_around(role, body);
  return offices.empty() ? std::nullopt : std::optional{offices.front()};
}

bool Register::is_held(OfficeIndex index, Day day) const {
  const Office& office = (*this)[index];
  return office.tenure.contains(day) && (office.holders.empty() || contains_day(office.holders, day));
}

bool Register::is_absent(OfficeIndex index, Day day) const {
  const std::vector<Absence>& absences = (*this)[index].absences;
  return std::any_of(absences.begin(), absences.end(),
                     [&](const Absence& a) { return a.tenure.contains(day); });
}

bool Register::has_stand_in(OfficeIndex index, Day day) const {
  const Office& office = (*this)[index];
  return office.tenure.contains(day) &&
         std::any_of(office.absences.begin(), office.absences.end(),
                     [&](const Absence& a) { return a.has_acting && a.tenure.contains(day); });
}

bool Register::is_available(OfficeIndex office, Day day) const {
  return (is_held(office, day) && !is_absent(office, day)) || has_stand_in(office, day);
}

bool Register::acts_for(OfficeIndex actor, OfficeIndex index, Day day) const {
  const std::vector<Absence>& absences = (*this)[index].absences;
  return std::any_of(absences.begin(), absences.end(),
                     [&](const Absence& a) { return a.acting == actor && a.tenure.contains(day); });
}

const std::vector<OfficeIndex>& Register::stood_in_for(OfficeIndex actor) const {
  static const std::vector<OfficeIndex> none;
  const auto found = stood_in_for_.find(static_cast<std::uint32_t>(actor));
  return found == stood_in_for_.end() ? none : found->second;
}

bool Register::holder_changes(OfficeIndex index, Day first, Day last) const {
  const std::vector<Tenure>& holders = (*this)[index].holders;
  return std::any_of(holders.begin(), holders.end(), [&](const Tenure& holder) {
    const bool comes = first < holder.first && holder.first <= last;
    const bool goes = first <= holder.last && holder.last < last;
    return comes || goes;
  });
}

BodyIndex Register::add(Body body) {
  const auto index = static_cast<BodyIndex>(bodies_.size());
  body_ids_.emplace(body.id, index);
  bodies_.push_back(std::move(body));
  return index;
}

OfficeIndex Register::add(Office office) {
  const auto at = static_cast<OfficeIndex>(offices_.size());
  office_ids_.emplace(office.id, at);
  offices_.push_back(std::move(office));
  index(at);
  return at;
}

void Register::index(OfficeIndex at) {
  Office& office = offices_[static_cast<std::size_t>(at)];
  const auto word = vocabulary().find(office.id);
  office.is_named_as_another = word && *word != office.role;
  own_[key(office.role, office.body)].push_back(at);
  for (std::optional<BodyIndex> body = office.body; body; body = (*this)[*body].within) {
    inside_[key(office.role, *body)].push_back(at);
  }
  for (const Absence& absence : office.absences) {
    if (absence.acting) stood_in_for_[static_cast<std::uint32_t>(*absence.acting)].push_back(at);
  }
}

}  // namespace reglament
