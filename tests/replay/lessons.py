"""Who gives which lessons, and who covers for the sick: section 7.11 of docs/methods.md."""

from person import LICENCES, MILLION, half_up
from scenario import in_millionths

VWO, HAVO, REST = range(3)
LEAST_NEW_PART = 50
GRADES = ("qualified", "appointable", "hidden")
GRADE = {"first_degree": ("qualified", "qualified"), "second_degree": ("hidden", "qualified"),
         "appointable": ("appointable", "appointable"), "unlicensed": ("hidden", "hidden")}


class Teacher:
    """Somebody's lessons in one section, in thousandths of net fte."""

    def __init__(self, future, person, part):
        self.person, self.part = person, part
        self.net = future.net(person, part)
        vwo = half_up(self.net, part.upper[VWO], MILLION)
        self.had = [vwo, min(half_up(self.net, part.upper[HAVO], MILLION), self.net - vwo)]
        self.gives = [0, 0]
        self.is_new = person.hired == future.step + 1 or person.graduated
        self.first_degree = part.licence == "first_degree"
        self.wo_master = person.degree == "wo_master"

    def room_under(self, share):
        return self.net * share // MILLION - sum(self.gives)


class Section:
    """A section whose lessons are given out; `left` is what nobody has yet."""

    def __init__(self, future, name):
        self.teachers = [Teacher(future, person, part) for person, part in future.members(name)]
        self.demand = sum(future.demand[name])
        self.left = list(future.demand[name])
        self.usual = future.usual_upper[name]
        self.most = in_millionths(future.scenario.key("lessons", "max_upper", 0.8))

    def give_as_now(self, is_start):
        for part in (VWO, HAVO):
            self.keep(part, self.teachers)
        if is_start:
            return
        receivers = self.receivers(lambda one: (not one.is_new, one.is_new and not one.wo_master))
        for teacher in receivers:
            usual = teacher.net * self.usual // MILLION - teacher.gives[VWO]
            self.take(teacher, VWO, min(usual, teacher.room_under(self.most)))
        for part in (VWO, HAVO):
            for teacher in receivers:
                self.take(teacher, part, teacher.room_under(self.most))

    def give_by_order(self, order):
        receivers = self.receivers(
            lambda one: order == "wo_master_first" and not one.wo_master)
        for part in (VWO, HAVO):
            for teacher in receivers:
                had = sum(teacher.had) - sum(teacher.gives)
                self.take(teacher, part, max(teacher.room_under(self.most), had))
        for part in (VWO, HAVO):
            self.keep(part, [one for one in self.teachers if not one.first_degree])

    def receivers(self, rank):
        return sorted((one for one in self.teachers if one.first_degree),
                      key=lambda one: (rank(one), one.person.id))

    def keep(self, part, teachers):
        """What they had, cut where that is more than is left."""
        wanted, left = sum(teacher.had[part] for teacher in teachers), self.left[part]
        for teacher in teachers:
            had = teacher.had[part]
            teacher.gives[part] = had if wanted <= left else had * left // wanted
            self.left[part] -= teacher.gives[part]

    def take(self, teacher, part, room):
        given = min(room, self.left[part])
        is_crumb = given < LEAST_NEW_PART and teacher.gives[part] == teacher.had[part] == 0
        if given > 0 and not is_crumb:
            teacher.gives[part] += given
            self.left[part] -= given

    def grades(self):
        """Lessons by how well they are given; time that is left goes to the rest first."""
        given, time = dict.fromkeys(GRADES, 0), dict.fromkeys(LICENCES, 0)
        for teacher in self.teachers:
            licence = teacher.part.licence
            given[GRADE[licence][0]] += sum(teacher.gives)
            time[licence] += teacher.net - sum(teacher.gives)
        for part in (REST, VWO, HAVO):
            to_give, time_left = min(self.left[part], sum(time.values())), sum(time.values())
            self.left[part] -= to_give
            for licence in LICENCES:
                if time_left == 0:
                    break
                share = time[licence] * to_give // time_left
                time_left -= time[licence]
                to_give -= share
                time[licence] -= share
                given[GRADE[licence][part == REST]] += share
        return given


def give_out(future):
    scenario = future.scenario
    future.lessons = {}
    order = scenario.key("lessons", "order", "as_now")
    for name in scenario.sections:
        section = Section(future, name)
        if order == "as_now" or future.step < 0:
            section.give_as_now(future.step < 0)
        else:
            section.give_by_order(order)
        future.lessons[name] = count(future, name, section)
        for teacher in section.teachers:
            teacher.part.upper = [half_up(gives, MILLION, teacher.net) if teacher.net else 0
                                  for gives in teacher.gives]
    for person in future.people:
        person.see_room(in_millionths(scenario.key("exit", "room_share", 0.2)))
        person.graduated = False


def count(future, name, section):
    """Sick leave, cover and what is cancelled."""
    school = future.scenario.sections[name]["school"]
    well = MILLION - future.sick_leave[school]
    found = {grade: half_up(lessons, well, MILLION)
             for grade, lessons in section.grades().items()}
    left = section.demand - sum(found.values())
    net = sum(teacher.net for teacher in section.teachers)
    found["own_cover"] = min(left, net * future.own_staff // MILLION)
    left -= found["own_cover"]
    found["unqualified_cover"] = min(left, section.demand * future.unqualified // MILLION)
    found["cancelled"] = left - found["unqualified_cover"]
    found["needed"] = section.demand
    found["in_upper_vwo"] = sum(teacher.gives[VWO] for teacher in section.teachers)
    found["of_wo_masters"] = sum(teacher.gives[VWO] for teacher in section.teachers
                                 if teacher.wo_master)
    return found
