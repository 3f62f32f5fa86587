// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/sources/job_source.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace framehand::sources {

/// Several sources as one: each is asked in turn, the preferred first, until one has a job. What is said of a job goes
/// to the source that gave it.
///
/// A source that is away is left out of the turn for a while, ever longer up to kLongestRest; the others go on. It is
/// an error of the whole only where all are away.
///
/// While a job of one is in hand, the others are told that this worker takes none.
///
/// A lease of a source that is no more among them: Unavailable, so that what is to be told waits until it is again.
///
/// Owner's thread.
class PreferredSources final : public JobSource {
public:
    static constexpr base::Duration kFirstRest{1'000};
    static constexpr base::Duration kLongestRest{60'000};

    struct Named {
        std::string name; ///< as the leases of the source have it
        std::unique_ptr<JobSource> source;
    };

    /// At least one, the preferred first. `clock` must outlive this.
    PreferredSources(std::vector<Named> sources, const base::Clock& clock, base::Logger logger);
    ~PreferredSources() override;
    PreferredSources(const PreferredSources&) = delete;
    PreferredSources& operator=(const PreferredSources&) = delete;

    /// What all of them can do.
    [[nodiscard]] SourceAbilities abilities() const override;
    /// Fine once one of them has answered; the others hear of it before they are asked.
    void announce(const jobs::Capabilities& capabilities, Done<void> done) override;
    void take(const Heartbeat& heartbeat, Done<Taken> done) override;
    void keep_alive(const Lease& lease, const Heartbeat& heartbeat, Done<LeaseState> done) override;
    void progress(const Lease& lease, const JobProgress& progress, Done<LeaseState> done) override;
    void finish(const JobOutcome& outcome, Done<void> done) override;
    void give_back(const Lease& lease, Done<void> done) override;

private:
    enum class Announced { No, Yes };

    struct Member {
        Named named;
        Announced announced = Announced::No;
        base::Duration rest{0}; ///< the last one; 0 while it answers
        base::SteadyTime asked_again{};
    };

    /// One take() on its way through the members.
    struct Round {
        Heartbeat heartbeat;
        Done<Taken> done;
        std::size_t next = 0;
        std::size_t answered = 0; ///< without an error
        std::optional<base::Error> error;
    };

    void ask_next(const std::shared_ptr<Round>& round);
    void ask(std::size_t index, const std::shared_ptr<Round>& round);
    void failed(Member& member, const base::Error& error);
    void answered(Member& member);
    [[nodiscard]] bool rests(const Member& member) const;
    /// Null, and the error told, where there is none of that name.
    template <typename T>
    [[nodiscard]] JobSource* source_of(const Lease& lease, const Done<T>& done) const;
    void tell_others(const Lease& lease, const Heartbeat& heartbeat);

    std::vector<Member> m_members;
    const base::Clock& m_clock;
    base::Logger m_logger;
    std::optional<jobs::Capabilities> m_capabilities; ///< of the last announce()
};

} // namespace framehand::sources
