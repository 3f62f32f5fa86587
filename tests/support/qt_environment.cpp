// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QMetaObject>
#include <QThread>
#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>

namespace {

/// Event loops need the application object, and Qt Sql loads its drivers through it.
class QtEnvironment final : public testing::Environment {
public:
    void SetUp() override { m_application = std::make_unique<QCoreApplication>(m_count, m_arguments.data()); }

    void TearDown() override { m_application.reset(); }

private:
    int m_count = 1;
    std::string m_name = "framehand_test";
    std::array<char*, 2> m_arguments{m_name.data(), nullptr};
    std::unique_ptr<QCoreApplication> m_application;
};

[[maybe_unused]] const auto* const kEnvironment = testing::AddGlobalTestEnvironment(new QtEnvironment);

} // namespace

#if defined(__SANITIZE_THREAD__) && QT_VERSION < QT_VERSION_CHECK(6, 5, 0)

#include <dlfcn.h>

// Qt is not compiled with ThreadSanitizer, which therefore does not see that what a thread did before
// QMetaObject::invokeMethod() comes before the call, and that a thread ends before QThread::wait() does. The two
// functions that tell Qt of it, as Qt 6.4 has them, tell ThreadSanitizer, too; all else is looked at as ever.
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);

namespace {

/// A call in a queue of Qt's, with what stands before it.
class QueuedCall final : public QtPrivate::QSlotObjectBase {
public:
    explicit QueuedCall(QtPrivate::QSlotObjectBase* call) : QSlotObjectBase(&QueuedCall::run), m_call(call) {}

private:
    static void run(int which, QSlotObjectBase* self, QObject* receiver, void** arguments, bool* /*same*/) {
        auto* call = static_cast<QueuedCall*>(self);
        __tsan_acquire(call);
        if (which == QSlotObjectBase::Call) {
            call->m_call->call(receiver, arguments);
            __tsan_release(call); // for who destroys it
            __tsan_release(QThread::currentThread());
        } else if (which == QSlotObjectBase::Destroy) {
            call->m_call->destroyIfLastRef();
            delete call;
        }
    }

    QtPrivate::QSlotObjectBase* const m_call;
};

template <typename Function>
Function behind(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* result) {
    using Function = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto kQt = behind<Function>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto* call = new QueuedCall(slot);
    __tsan_release(call);
    return kQt(object, call, type, result);
}

bool QThread::wait(QDeadlineTimer deadline) {
    using Function = bool (*)(QThread*, QDeadlineTimer);
    static const auto kQt = behind<Function>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = kQt(this, deadline);
    __tsan_acquire(this);
    return ended;
}

#endif
