// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/capabilities.h"
#include "tests/support/sample_jobs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace framehand::jobs {
namespace {

using base::Json;
using Strings = std::vector<std::string>;

Capabilities gaming_pc() {
    Capabilities capabilities;
    capabilities.cpu_cores = 16;
    capabilities.ram_bytes = 34'359'738'368;
    capabilities.cpu_model = "A CPU";
    capabilities.gpu_name = "A GPU";
    capabilities.gpu_vendor = "nvidia";
    capabilities.driver_version = "525.1";
    capabilities.libav_version = "59.37.100";
    capabilities.encoders = {{"aac", "aac", "", true, "", 0, 0, 0},
                             {"libx264", "h264", "", true, "", 1920, 1080, 400},
                             {"h264_vaapi", "h264", "intel", false, "no device", 0, 0, 0},
                             {"h264_nvenc", "h264", "nvidia", true, "", 4096, 4096, 900},
                             {"libx265", "hevc", "", true, "", 1920, 1080, 60},
                             {"hevc_nvenc", "hevc", "nvidia", true, "", 4096, 2160, 950}};
    return capabilities;
}

Job job_asking(const std::string& codec, const std::string& resolution) {
    Job job = test::job_with_dest_paths({"out"});
    job.outputs[0].codec = codec;
    job.outputs[0].resolution = resolution;
    return job;
}

WorkerCapabilities worker(Strings codecs, std::string max_resolution = "") {
    return {std::move(codecs), false, "", std::move(max_resolution)};
}

TEST(Capabilities, GoThereAndBack) {
    const auto back = capabilities_from_json(base::parse_json(base::dump_json(to_json(gaming_pc())), "x").value());
    ASSERT_TRUE(back.has_value()) << back.error().text();
    EXPECT_EQ(*back, gaming_pc());
}

TEST(Capabilities, EveryRejectionNamesItsField) {
    Json json = to_json(gaming_pc());
    json["encoders"][1]["works"] = "yes";
    EXPECT_EQ(capabilities_from_json(json).error().message, "encoders[1].works: must be true or false");
    json = to_json(gaming_pc());
    json["encoders"][2].erase("name");
    EXPECT_EQ(capabilities_from_json(json).error().message, "encoders[2].name: is missing");
    json.erase("encoders");
    EXPECT_EQ(capabilities_from_json(json).error().message, "encoders: is missing");
    EXPECT_FALSE(capabilities_from_json(Json::array()).has_value());
}

TEST(Capabilities, NumbersOfAForeignFileStayInReason) {
    Json json = to_json(gaming_pc());
    json["cpu_cores"] = -3;
    json["ram_bytes"] = -1;
    json["encoders"][0]["max_height"] = 4'294'968'296;
    const auto capabilities = capabilities_from_json(json).value();
    EXPECT_EQ(capabilities.cpu_cores, 1);
    EXPECT_EQ(capabilities.ram_bytes, 0U);
    EXPECT_EQ(capabilities.encoders[0].max_height, 65536);
}

TEST(Capabilities, WorkingVideoEncodersAreHardwareFirstThenTheFastest) {
    EXPECT_EQ(gaming_pc().working_video_encoders(), (Strings{"hevc_nvenc", "h264_nvenc", "libx264", "libx265"}));
}

TEST(Capabilities, EquallyGoodEncodersKeepTheirOrder) {
    Capabilities capabilities;
    capabilities.encoders = {{"b", "h264", "", true, "", 0, 0, 5}, {"a", "h264", "", true, "", 0, 0, 5}};
    EXPECT_EQ(capabilities.working_video_encoders(), (Strings{"b", "a"}));
}

TEST(Capabilities, FindsAnEncoderByName) {
    const auto capabilities = gaming_pc();
    ASSERT_NE(capabilities.find_encoder("h264_vaapi"), nullptr);
    EXPECT_EQ(capabilities.find_encoder("h264_vaapi")->reason, "no device");
    EXPECT_EQ(capabilities.find_encoder("h264"), nullptr);
}

TEST(Capabilities, MaxResolutionIsTheLargestThatAWorkingEncoderDid) {
    EXPECT_EQ(gaming_pc().max_resolution(), "4k");
    const auto with_height = [](int height, bool works) {
        Capabilities capabilities;
        capabilities.encoders = {{"libx264", "h264", "", works, "", height * 16 / 9, height, 0}};
        return capabilities.max_resolution();
    };
    EXPECT_EQ(with_height(4320, true), "8k");
    EXPECT_EQ(with_height(2160, true), "4k");
    EXPECT_EQ(with_height(2159, true), "1440p");
    EXPECT_EQ(with_height(1080, true), "1080p");
    EXPECT_EQ(with_height(720, true), "720p");
    EXPECT_EQ(with_height(480, true), "480p");
    EXPECT_EQ(with_height(360, true), "none");
    EXPECT_EQ(with_height(2160, false), "none");
    EXPECT_EQ(Capabilities{}.max_resolution(), "none");
}

TEST(CapabilitiesOnTheWire, TheObjectHasExactlyTheFieldsOfTheProtocol) {
    const Json expected{{"supported_codecs", {"hevc_nvenc", "h264_nvenc", "libx264", "libx265"}},
                        {"has_gpu", true},
                        {"gpu_type", "nvidia"},
                        {"max_resolution", "4k"}};
    EXPECT_EQ(to_wire(gaming_pc(), CapabilitiesDialect::Object), expected);
}

TEST(CapabilitiesOnTheWire, TheOlderDialectIsAPlainList) {
    EXPECT_EQ(to_wire(gaming_pc(), CapabilitiesDialect::List),
              (Json{"hevc_nvenc", "h264_nvenc", "libx264", "libx265"}));
    EXPECT_EQ(to_wire(Capabilities{}, CapabilitiesDialect::List), Json::array());
}

TEST(CapabilitiesOnTheWire, AGpuWhoseEncodersDoNotWorkIsNoGpu) {
    auto capabilities = gaming_pc();
    for (auto& encoder : capabilities.encoders) {
        encoder.works = !encoder.is_hardware();
    }
    const Json wire = to_wire(capabilities, CapabilitiesDialect::Object);
    EXPECT_EQ(wire["has_gpu"], false);
    EXPECT_EQ(wire["gpu_type"], "");
}

TEST(CapabilitiesOnTheWire, TheGpusTypeIsThatOfTheEncoderThatWorks) {
    auto capabilities = gaming_pc();
    capabilities.gpu_vendor = "nvidia";
    capabilities.encoders = {{"h264_nvenc", "h264", "nvidia", false, "no driver", 0, 0, 0},
                             {"h264_qsv", "h264", "intel", true, "", 1920, 1080, 200}};
    EXPECT_EQ(to_wire(capabilities, CapabilitiesDialect::Object)["gpu_type"], "intel");
}

TEST(WorkerCapabilities, AreReadInBothDialects) {
    const auto object = worker_capabilities_from_wire(to_wire(gaming_pc(), CapabilitiesDialect::Object)).value();
    EXPECT_EQ(object, (WorkerCapabilities{{"hevc_nvenc", "h264_nvenc", "libx264", "libx265"}, true, "nvidia", "4k"}));
    EXPECT_EQ(worker_capabilities_from_wire(to_json(object)).value(), object);

    const auto list = worker_capabilities_from_wire(Json{"h264_nvenc", "libx264"}).value();
    EXPECT_EQ(list, worker({"h264_nvenc", "libx264"}));
    EXPECT_EQ(worker_capabilities_from_wire(Json::array()).value(), worker({}));
    EXPECT_EQ(worker_capabilities_from_wire(Json::object()).value(), worker({}));
}

TEST(WorkerCapabilities, EveryRejectionNamesItsField) {
    EXPECT_EQ(worker_capabilities_from_wire(Json("all")).error().message, "capabilities: must be an object");
    EXPECT_EQ(worker_capabilities_from_wire(Json{"a", 5}).error().message,
              "capabilities.supported_codecs[1]: must be a string");
    EXPECT_EQ(worker_capabilities_from_wire(Json{{"has_gpu", "yes"}}).error().message,
              "capabilities.has_gpu: must be true or false");
    EXPECT_EQ(worker_capabilities_from_wire(Json{{"max_resolution", 4}}).error().message,
              "capabilities.max_resolution: must be a string");
}

TEST(WhyNot, ACodecIsDoneByAnyEncoderOfIt) {
    for (const std::string encoder :
         {"h264", "libx264", "libopenh264", "h264_nvenc", "h264_qsv", "h264_vaapi", "h264_v4l2m2m"}) {
        EXPECT_EQ(why_not(worker({encoder}), job_asking("h264", "720p")), "") << encoder;
    }
    EXPECT_EQ(why_not(worker({"libx265"}), job_asking("hevc", "720p")), "");
    EXPECT_EQ(why_not(worker({"libsvtav1"}), job_asking("av1", "720p")), "");
    EXPECT_EQ(why_not(worker({"libx265", "hevc_nvenc"}), job_asking("h264", "720p")), "it has no encoder for \"h264\"");
}

TEST(WhyNot, AnEncoderNamedOutrightMustBeThere) {
    EXPECT_EQ(why_not(worker({"libx264", "h264_nvenc"}), job_asking("h264_nvenc", "720p")), "");
    EXPECT_EQ(why_not(worker({"libx264"}), job_asking("h264_nvenc", "720p")), "it has no encoder for \"h264_nvenc\"");
    EXPECT_EQ(why_not(worker({}), job_asking("libx264", "720p")), "it has no encoder for \"libx264\"");
}

TEST(WhyNot, ThePictureMustNotBeTooLarge) {
    EXPECT_EQ(why_not(worker({"libx264"}, "1080p"), job_asking("h264", "1080p")), "");
    EXPECT_EQ(why_not(worker({"libx264"}, "1080p"), job_asking("h264", "4k")),
              "its largest picture is 1080p and 4k is asked for");
    EXPECT_EQ(why_not(worker({"libx264"}, "4k"), job_asking("h264", "2160p")), "");
    EXPECT_EQ(why_not(worker({"libx264"}, "1920x1080"), job_asking("h264", "1440p")),
              "its largest picture is 1920x1080 and 1440p is asked for");
}

TEST(WhyNot, AnUprightPictureIsAsLargeAsTheSameOneLyingDown) {
    EXPECT_EQ(why_not(worker({"libx264"}, "1080p"), job_asking("h264", "1080x1920")), "");
    EXPECT_EQ(why_not(worker({"libx264"}, "720p"), job_asking("h264", "1080x1920")),
              "its largest picture is 720p and 1080x1920 is asked for");
}

TEST(WhyNot, ALimitThatWasNotDeclaredOrIsNotKnownIsNone) {
    EXPECT_EQ(why_not(worker({"libx264"}), job_asking("h264", "8k")), "");
    EXPECT_EQ(why_not(worker({"libx264"}, "huge"), job_asking("h264", "8k")), "");
}

TEST(WhyNot, EveryOutputMustBePossible) {
    Job job = test::job_with_dest_paths({"a", "b"});
    job.outputs[1].codec = "hevc";
    EXPECT_EQ(why_not(worker({"libx264"}), job), "it has no encoder for \"hevc\"");
    EXPECT_EQ(why_not(worker({"libx264", "libx265"}), job), "");
}

} // namespace
} // namespace framehand::jobs
