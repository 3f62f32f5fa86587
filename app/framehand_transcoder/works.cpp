// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehand_transcoder/works.h"

#include "app/framehand_transcoder/check_runner.h"
#include "app/framehand_transcoder/file_job.h"
#include "app/framehand_transcoder/job_runner.h"
#include "app/framehand_transcoder/pipeline_job.h"

#include <new>
#include <system_error>

namespace framehand::transcoder {

namespace {

base::Result<jobs::PackageManifest> work(const Services& services, const jobs::TranscodeSpec& spec,
                                         ports::RangeReader* ranges) {
    const bool makes = spec.job.work == jobs::Work::Package || spec.job.work == jobs::Work::File;
    if (ranges != nullptr && !makes) {
        return base::fail(base::ErrorCode::Unsupported, "for this work the source must be a file: " + ranges->name());
    }
    switch (spec.job.work) {
    case jobs::Work::Package:
        break;
    case jobs::Work::File: {
        FH_ASSIGN(const jobs::TranscodeSpec film, package_of_file(spec));
        return JobRunner(services, film, ranges).run();
    }
    case jobs::Work::Check:
    case jobs::Work::Replace:
        return CheckRunner(services, spec).run();
    case jobs::Work::Pipeline:
        return PipelineJob(services, spec).run();
    }
    return JobRunner(services, spec, ranges).run();
}

} // namespace

base::Result<jobs::PackageManifest> do_work(const Services& services, const jobs::TranscodeSpec& spec,
                                            ports::RangeReader* ranges) {
    try {
        return work(services, spec, ranges);
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::NoSpace, "out of memory");
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::resource_unavailable_try_again) {
            return base::fail(base::ErrorCode::NoSpace, "out of memory for another thread");
        }
        return base::fail(base::ErrorCode::Internal, "an unexpected failure", error.what());
    }
}

} // namespace framehand::transcoder
