// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/bull_dialect.h"

#include "core/sources/bull_scripts.h"

namespace framehand::sources {

namespace {

// A job whose lock ran out stays among the active ones until somebody's check for stalled jobs comes by.
constexpr auto kTakeLockAgain = R"lua(
if redis.call('EXISTS', KEYS[1]) == 1 or redis.call('EXISTS', KEYS[2]) == 0 then
  return 0
end
for _, id in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do
  if id == ARGV[3] then
    redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
    redis.call('SREM', KEYS[4], ARGV[3])
    return 1
  end
end
return 0
)lua";

} // namespace

redis::Script BullDialect::script(std::string_view name) const {
    return redis::Script(std::string(find_bull_script(to_string(m_kind), name).text));
}

BullCall BullDialect::renew(const BullKeys& keys, const BullTicket& ticket) const {
    return {script("extendLock"),
            {keys(ticket.id + ":lock"), keys("stalled")},
            {ticket.token, std::to_string(m_times.lock.count()), ticket.id}};
}

BullCall BullDialect::take_lock_again(const BullKeys& keys, const BullTicket& ticket) const {
    return {redis::Script(kTakeLockAgain),
            {keys(ticket.id + ":lock"), keys(ticket.id), keys("active"), keys("stalled")},
            {ticket.token, std::to_string(m_times.lock.count()), ticket.id}};
}

std::string bull_time(base::WallTime time) {
    return std::to_string(time.time_since_epoch().count());
}

std::string message_pack(const base::Json& value) {
    std::string bytes;
    base::Json::to_msgpack(value, bytes);
    return bytes;
}

} // namespace framehand::sources
