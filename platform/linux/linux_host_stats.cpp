// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/linux_host_stats.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace framehand::platform {

namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
    std::ifstream in(path);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

std::string strip(std::string_view text, std::string_view blanks = " \t\r\n") {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// The first value of "key<separator>value" lines.
std::string value_of(const std::string& text, std::string_view key, char separator) {
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        const auto at = line.find(separator);
        if (at != std::string::npos && strip(std::string_view(line).substr(0, at)) == key) {
            return strip(std::string_view(line).substr(at + 1));
        }
    }
    return {};
}

/// Of "16315240 kB".
std::uint64_t kib_to_bytes(const std::string& text) {
    std::uint64_t kib = 0;
    std::istringstream(text) >> kib;
    return kib * 1024;
}

std::string vendor_name(const std::string& pci_vendor) {
    static const std::map<std::string, std::string, std::less<>> kVendors{
        {"0x10de", "nvidia"}, {"0x1002", "amd"}, {"0x8086", "intel"}};
    const auto found = kVendors.find(pci_vendor);
    return found == kVendors.end() ? std::string{} : found->second;
}

struct Gpu {
    std::string name;
    std::string vendor;
    std::string driver;
};

/// NVIDIA's driver says most of itself; it is there also where no /dev/dri is (containers, servers).
Gpu nvidia_gpu(const fs::path& root) {
    Gpu gpu;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / "proc/driver/nvidia/gpus", error)) {
        gpu.vendor = "nvidia";
        gpu.name = value_of(read_text(entry.path() / "information"), "Model", ':');
        break;
    }
    if (!gpu.vendor.empty()) {
        gpu.driver = strip(read_text(root / "sys/module/nvidia/version"));
    }
    return gpu;
}

Gpu find_gpu(const fs::path& root) {
    if (auto gpu = nvidia_gpu(root); !gpu.vendor.empty()) {
        return gpu;
    }
    std::vector<fs::path> cards;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root / "sys/class/drm", error)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("card") && name.find('-') == std::string::npos) {
            cards.push_back(entry.path());
        }
    }
    std::sort(cards.begin(), cards.end());
    Gpu best;
    for (const auto& card : cards) {
        Gpu gpu;
        const auto uevent = read_text(card / "device/uevent");
        gpu.vendor = vendor_name(strip(read_text(card / "device/vendor")));
        const auto driver = value_of(uevent, "DRIVER", '=');
        if (gpu.vendor.empty() && (driver == "vc4-drm" || driver == "v3d")) {
            gpu.vendor = "broadcom";
        }
        if (gpu.vendor.empty()) {
            continue; // a virtual display adapter encodes nothing
        }
        gpu.name = gpu.vendor + " " + value_of(uevent, "PCI_ID", '=');
        // Drivers in the kernel's own tree have no version but the kernel's.
        gpu.driver = driver + " " + strip(read_text(root / "proc/sys/kernel/osrelease"));
        if (best.vendor.empty() || gpu.vendor != "intel") {
            best = gpu;
        }
    }
    return best;
}

} // namespace

LinuxHostStats::LinuxHostStats(fs::path root) : m_root(std::move(root)) {
}

ports::HostLoad LinuxHostStats::load() {
    ports::HostLoad load;

    std::istringstream stat(read_text(m_root / "proc/stat"));
    std::string cpu;
    std::array<std::uint64_t, 8> ticks{}; // user nice system idle iowait irq softirq steal
    if (stat >> cpu; cpu == "cpu") {
        for (auto& value : ticks) {
            stat >> value;
        }
    }
    std::uint64_t total = 0;
    for (const auto value : ticks) {
        total += value;
    }
    const auto busy = total - ticks[3] - ticks[4];
    // iowait may run backwards, and the sum with it.
    if (total > m_total && busy >= m_busy) {
        load.cpu_percent =
            std::min(100.0, 100.0 * static_cast<double>(busy - m_busy) / static_cast<double>(total - m_total));
    }
    m_busy = busy;
    m_total = total;

    const auto memory = read_text(m_root / "proc/meminfo");
    const auto all = kib_to_bytes(value_of(memory, "MemTotal", ':'));
    const auto available = kib_to_bytes(value_of(memory, "MemAvailable", ':'));
    if (all > 0 && available <= all) {
        load.ram_percent = 100.0 * static_cast<double>(all - available) / static_cast<double>(all);
    }
    return load;
}

std::optional<std::uint64_t> LinuxHostStats::available_memory() const {
    const auto text = value_of(read_text(m_root / "proc/meminfo"), "MemAvailable", ':');
    return text.empty() ? std::nullopt : std::optional(kib_to_bytes(text));
}

ports::HostFacts LinuxHostStats::facts() const {
    ports::HostFacts facts;
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) == 0) {
        facts.host_name = name.data();
    }
    facts.os = strip(value_of(read_text(m_root / "etc/os-release"), "PRETTY_NAME", '='), " \"'");
    const auto cpu = read_text(m_root / "proc/cpuinfo");
    facts.cpu_model = value_of(cpu, "model name", ':');
    if (facts.cpu_model.empty()) {
        facts.cpu_model = value_of(cpu, "Model", ':'); // Raspberry Pi
    }
    facts.cpu_cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    facts.ram_bytes = kib_to_bytes(value_of(read_text(m_root / "proc/meminfo"), "MemTotal", ':'));
    const auto gpu = find_gpu(m_root);
    facts.gpu_name = gpu.name;
    facts.gpu_vendor = gpu.vendor;
    facts.driver_version = gpu.driver;
    return facts;
}

} // namespace framehand::platform
