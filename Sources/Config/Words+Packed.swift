extension Words {
    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.
    static let packed: StaticString = """
        \u{1d}5-;7\u{1b}N9^\u{1f}s/\u{1}GO:\u{15}iW(\u{16}y%6V2/jI82}-GmuK$[.\u{1f}9(\"HD1\nI\
        \u{21}\u{10}-q&v\u{7f}^O\u{19}\u{3}`\u{b}I\u{1c}1/7_\u{1b}\"p````\\<f\0\u{13}eX?t.\u{21}+_\
        )\u{1}uxe#J}\u{10}2Tb\u{c}~' \u{15}t/\nj$\u{14}V\u{7f}a+$S~8\u{10}\u{1f}%\u{4}\n3\u{1a}\
        \u{f}%\u{14}yX\u{1c}\u{6}\u{5}\u{12}j _z.te\u{16}\u{e}FSIIh4\u{19}\u{f}\u{14}\"id\u{1a},\
        \u{5}b1\u{1e}\n\u{13}$'50\u{1c}W\u{2}9]Ek]LkVYF\u{3}I$ZPr:\u{10}T:6\u{e}t\u{c}~;D\u{21}\
        \u{18}q3&Vcrfm\u{18}\\c\u{1f}V^9xhA\u{e}\u{15}M+g?8xxa\u{b}\u{1f}>udq7\u{e}>+%\u{2}s\u{10}\
        v\0f\"R&<2\u{19}N\u{7}\u{12}w|\u{b}i<h`ts)l\u{c}\u{16}TM\u{3}J\u{c}Du'\u{13}XCQ$\u{3}}OR#+\
        HS15\n\"I\u{16}\u{11}a\u{3}k4t$\u{11}\u{f}-%\u{15}\u{1d}\u{21}'LQ=ed8\u{1c}5tP\u{7f}s2Zp\
        \u{e}$y\u{1b}4\tm>y\u{1e}I1T0X\u{c}A\nS0T0*HdSF<ex&ce&nH5\tFrz8\u{11}>'\ri3Q$Ht\u{1e}x\
        \u{c}%&\u{15}G, \rE\u{3}I\u{1b}JQ3\u{1}\u{1c}\u{10}`\u{19}+L\u{17}T(bDBZZQWW7\u{3}(U\u{4}6\
        \u{11}\u{f}\u{15}\n:\"}_\u{1b}<<L\u{1f}J0\u{5}f<YTdT\u{1}f\nM\u{3};\u{e}?E\u{12}A|\u{1d}5<\
        \u{6}k\u{19}.`\u{21}zMJ\u{15}\u{b}u]\u{6}2y4\tB$#\u{16}fR0Qi|P'7\u{12}iED/v%t\u{16}IZ\
        \u{1d}&UG\u{11}+r\u{11}H6lyi\u{14}\u{16}=$OPCTs+bD~%\u{6}$\u{21}\u{17}G Rrd`&t|+G\u{1c}\
        \u{11}|p@:N^\u{1f}i/aBft$E\u{12}^ z\u{6}\u{b}\0;$}Z\u{16}i4F}@Z\u{18}m\u{1}$F\u{1b}7? 243\
        \\\u{21}\u{1d}\u{6};\u{5}j,@\u{16}njlG\u{12}h4\u{2}v%GN\\miU:Jqh<Th\u{1}~a\u{11}\u{6}5\
        \u{10}\r\u{1a}2\nV?iq\u{1b}8Zq'l\u{16}o<ddb`<X\u{16}.Vj&\u{1}3C++\u{16}XY\0\u{7}@iS\u{10}\
        \u{21}\u{1}\n\u{1f}N&&\rgf\u{8}}Q`h)\u{7f}jy#\u{1c}VlY\n7X%Sqt(\u{10}\u{1e}\u{4}'\u{7}G\
        \u{1a}\u{6}a2-\u{1f}'q-7Ve\u{15}iY\u{e}'ix[4_0G'\u{2}e8a\u{10}{\"\u{7}FgxJ\u{8}\u{15}r\
        \u{10}q\u{1c}4pe\u{11}%\\U'3%Zr~D$\u{1d}YYVND`s&AU\u{11}\u{5}\u{3}M2\u{16}Kfiq:'\u{17}h\
        \u{19})\u{1f}n.pP\"\"\u{1}I5'\u{2}j\u{8}6^g\u{4}9\u{1c}KA\"S\u{e},Z\u{6}G\0\u{1b}/\":\
        \u{1b}wP}%aGz,AJJ@b1K\u{7}cB4+9<E\u{15}V:\\3uD4Z\r\u{1b}\u{7}68s\u{e}O\u{7}\u{17}MJF\u{1c}\
        =vd[gv?'m?v-X\t\u{1d}^0\u{19}\u{b}GF\u{21}.>QI\u{15}.t/\"\u{6}\u{14}?\u{10}&9F;5\u{11}o.-y\
        m\0bGN\u{5}Jh:HR\"n k;B:=\u{18}z\u{1}\u{15})N\u{f}iy.u|I7.\u{c}~s~3/S\u{1c})\u{4}\t[$T8Wia\
        q@\u{18}y\\n\u{8}aQ5\u{12}h\u{12}+kwx_\u{8}\u{15}f$tD\u{c}9k\t\u{f}JXx#3Mr7VV\u{b}M}\u{8}\
        \u{1c}P(@ebm \u{1e}\n\u{c}E5KI\u{17}~H0__\u{7f}lo\u{1e}V@\u{17}\u{2}\u{14}VYFH\u{7}mw:e?\
        \u{19}0p\u{e}#\u{1}ds42,w<4M\u{21}~\u{e}[O6\n%V\u{8}A\u{5}k;\u{f}J7\u{f}\u{7f}\u{1b}O&\n\
        \u{19}\u{7f}Z6O\\@\u{17}E91AvpzL\u{3}km\0~O\u{6}\u{12}\u{18}\u{4}\u{21}J<A\u{c} =a\u{1d}N\
        \u{16}\u{10}\u{21}bc6hn\u{6}N[\u{10}\tdnR4,%/\u{1b}6VK[E\n\u{7f}\u{6}\u{6}[v\u{7}Gi\u{18}w\
        \u{1b}\u{7}<#AP_2:>k\nA\u{11}\u{b}r}}G.\u{1e}@q\u{8}\0X&(\u{3}\u{8}Ps7\u{1d}\u{f}:>\u{11}\
        \u{6}\u{17}SYfv1FDO]DM@\u{5}6T^DcVHR`n}'\u{1}+2\\\u{8}Dks\u{18}%$\u{e}\u{10}\u{10}ko_=[\
        \u{7})\u{e}?:bO\u{7}\u{12}SM263\"npVe\u{4}\u{1d}4X%n\u{6}\nK\u{8}L`P0\u{4}Av4)Mk\u{1}\u{e}\
         \u{1b}\u{1d}\u{7f}Xv,U\u{1d}\nkI)xJ\u{14}o\u{b}MWc7`,\u{1c}:#+{z{gM.@fq?vMw*[gp\u{21}H\\S\
        AY\u{1d}}sw[\u{1}\0m*\u{14}[&z]@$\u{c}bW;\u{1e}[W\u{1f}\\\u{16}=-r=qt\u{2}\u{1f}\u{2}#z4\
        \u{14}I4AB6nik#\u{1}n%3\u{7}Ti<:A(f\u{2}%#K\u{19}a.\u{c}Q$3?=z\u{1}Z\t`aN\u{15}\u{1c}@beK\
        \t)p\0A\u{1a}3HvapX\u{e}\u{10}t\u{f}^r\u{13}-AI:x\u{19}\u{1}{J&aH\u{e}VV&4\u{1a}AC[F6Y\
        \u{3}*@#\u{e}\u{16}8G|E\u{3}g^kUN]xnac\u{7f}1'\u{17})\"\u{17}9P&ri95@\u{e}sgv6s\u{c})3[F3$\
        +%rJPl\",\u{5}kd7$>j\u{14}\u{1b}Ct\u{13}Nm)eI\u{12}J\u{1e}O\u{15}nA^\u{15}fZ^\u{21}N)\
        \u{16}ONf\u{3}s\u{e}>\u{8}JC\t7/-\u{14}i^ZAFh,o\u{16}z8Bw\u{f}W72T\nt\u{17}qWM\rVZ\r|hy\
        \u{1c}1D~+qw>JR#\nb\u{1a}\u{7f}\"M=&u{x\u{7}=ZjyZ\u{3}-.xSK\u{12}3\u{10}?\u{f}>[s~\u{13}3U\
         G\u{1f}\u{1f}/\u{f}J\u{e}^6\u{3}+.U\toJ.\t\u{19}&gg\u{3}FGj8\u{1}))XZ\u{f}&:\u{19}cp)T@$T\
        b\"$r\u{2}\u{15}\u{19}Z\u{5}Xp\u{21}-\u{8}f*3@$#G$U<B\0\u{1e}41@\u{7f}&XJUL\u{16}\u{1a}f\
        \u{8}SWOL^m{v1x]\u{10}0ZlmU`\u{e}<\u{b}\u{18}2cg\\8R\"p\u{19}<^^HRP\u{5}\u{1c}0{jiK&\u{3}\
        \u{14}\u{13}\u{6}@,\u{1d}.l]m_'|\u{6}hN\u{1b}uq_lY>xaVg\u{13}&E\u{15}X\u{1a}\0e;7I?q<,vLk\
        \u{e}v$\u{1c}\u{18}--S\u{1f}q<i&7|lQCo\u{1d}<qcc'(\u{3}C{\u{5}}->kx_jt\u{3}}[w6\0\u{3};[PA\
        \u{7f}\u{16}n\u{8}\u{7}Om=s^L>X,Fu\u{17}\\YD\u{3}#\u{16}\u{12}\u{7}_YfN\u{7}(\u{7f}\0:\n\
        \u{17}sIh\u{19}iIB\u{15}(0k-EDFi{(N'-\u{14}Dq0\u{b}\0\u{16}EZ8\rA\u{b}xTB8v\u{13}F^sPZ\
        \u{5}FQza\u{4}Um\u{21}2>L\u{1f}\n\u{10}\u{7f}v\rUr0A};gZ+\u{3}hts:\u{18}\"(J-s\u{1a}CL:(_S\
        \"\u{1e}\u{8}\u{12}\n\\\u{18}'z\n1b~I \u{14}.\"\u{4}\\\"<$K\u{2})aHT\u{6}\u{19}69'\u{19})D\
        bdW2o\u{2}\u{15}\u{3}MKFP]\u{19}CZ.\u{15}$B#\u{12}@]\u{3}-_\0Eb\u{10}\u{13}r71\u{7}C))jN.\
        \u{b}\u{11}o\u{21}<\u{10}\u{e}\\Z\u{7}\u{8}$'K\u{1f}.\u{1d}[\u{e}%B{\u{1c}?xmc{\u{f}qRR\
        \u{15}.[\u{15}\u{3}G\u{21}G\u{f}bSmqe2h\u{12},3F\u{1c}Z\u{7f}<r%b\u{16}G,\u{1d}\u{2}\tH=gZ\
        QBy \u{c}Dfy~6T-}\u{e}`BK%CADDZ\u{14}]-Sm\"CwaID\u{7}\u{5}}-\u{e} \u{c}\u{7}2AQ(\u{c}.b=Ru\
        G\u{f}\\xqK\u{7}\u{f}?}cs\u{7}N=\u{7f}p+\u{7}$L\u{11}\u{e}_/\u{10}\u{8}\u{15}W0;L\u{15}XV2\
        \u{18}\u{1b}\\5k`v\u{1f}wuc\u{7f}\u{1b}\u{18}|\u{b}|c<q:S\u{7f}.\u{17}fz\u{1d}\0\u{1f}`\
        \u{f}k\u{16}>\u{1a}A;2C\u{21}#\u{1b}2\u{7f}k \ndI=qhy.\05#dD\u{13}\u{b}fu\n5\u{21}\0J\u{1}\
        [|&cyV?QGUE)Db}\u{1f}+~\u{13}jVP>;+R\u{c}G\u{15}*\u{14}9O}=ylQ\u{15}{:V(4olg{\u{1f}o_5&\
        \u{7}bK\0\u{12}kh\u{1b}V\u{e}\u{1}\u{15}\u{13}V \u{1b}_m\u{c}v*W\u{6}\u{7}\u{7}.co$\rC#C{v\
        nY]i\u{3}:=YH\u{17}Cp'\u{1c}\u{1d}\u{1d}\u{5}C\u{8}6XkJl\u{1b}>7\\.N\0sF\u{1b}\u{13}QnQQ\
        \u{1c}^x@$Dm\u{13}5V6UgFM;6((M\u{8}ZPgQ`xM\u{1f}l\u{11}\u{1c}\u{c}ML\0x\u{17})\u{10}`-\
        \u{21}g\u{13}fCu\u{6}g(\u{1d}@z$7M8@\u{1b}7b.V.\u{8}\u{10}y&\u{14}f\u{15}CR0g~moZ7\r\u{4}\
        \u{c}\u{1d}\u{1e}\u{11}\u{1}4G2(g0\u{1}_U\tQ{\u{1}\u{12}\u{8}#BB6o\u{4}-g<\u{1c}+p;q\u{11}\
        \u{7}efQY\"\u{1a}\u{3}fbA;KR\u{f}+\u{8}\u{13}K=pG8*aoi\u{f}F\u{1d}\u{18}WYzr\u{5}l\u{1c}h}\
        #\u{b})w.]\\>YN9\u{21}XO;wY\u{1a}.:\u{18}rs@M+'S;\u{5}\\e,P\u{1c}6G\u{14}'kI[Q<\u{1a}\
        \u{19}'g5`u%q\u{21}~\u{3}A\u{e}8pAyLN\u{1b}t\u{5}9\u{10};~k\u{e}[\r\"\u{10}\u{1f}-RY\u{6}i\
        x\\v0,3:\u{1c}.\u{15}bH>M]J>+goq\u{14}\t*5\u{c}\u{17}g\"|1\u{f}o|~u\u{5}$w;TT\u{21}<}F6,]\
        \"\u{b}bhe@4,yx+e<xI\nQ\0\u{1f}\u{7}/>k`\u{1c}bjwh4E\u{5}\rX0Q5,G\u{1a}j)Z#'\u{1d}M-%-\n]\
        \0MX\u{5}<6&\u{16}gY:*DSI\u{1f}r3+QB\u{b}[\u{1d}GS\u{19}^4:\u{1}bh\u{1d}.\u{4}'\u{16}\
        \u{18}~$xp%\u{1d}\u{10}\u{1b}\u{19} iW0 O'\u{13}\u{11}C}0\u{17}08k*\u{1c}\u{12}_)i<\u{1}\\\
        U\u{1c}\u{13}^\u{b}C\nwEuA*G\t:M\u{1b}-UblPN\\\\Lw\u{8}|1<d\t2yFtw))GF~/\u{12}?\u{4}ES[zH8\
        a\u{1f}kx\u{1a}U\u{4}.H,\u{21}\u{1e}\u{21}Gd@lJ\u{17}JV7^{BnZq`D\u{c}\u{e}\u{11}\u{1b}c3{\
        \u{7f}{S\u{e}\u{2}V># L;_r\u{1b}`:E9w\0E6Kwv\u{16}\u{c}A\tZI r\u{f}\u{1e}~S\u{1f}\u{c}\
        \u{19}$za\u{6}@0c\u{10}n\u{7f}Dx\u{21}\u{1b}oXp\u{17}\u{13}\u{1d}WGRa;\"Al\0W\0SX\u{21} \
        \u{13}{\u{1d}\u{4}[D\u{15}K&}*\u{f}\u{b}hs4\u{19}2vi\u{5}>\u{b}O\0\u{2}94O\u{1d}}*=&\u{1a}\
        a\u{17}5\"\u{8}bV\u{1f}0H\u{5}\u{6}9\u{8}&\u{1b}@+E+lRd&7L\u{7}I\u{e}\u{1e}\u{18}X\")J\
        \u{7}[IJ15Z\u{e}4Pv \u{1a});#WR7a$MDyP\u{7}\")n\u{1a}Kfo-#h\r&.s\u{14}UaU\u{19}@`?yufA\
        \u{21}\u{7f}k\u{7}^Y\u{7f}rQ\u{b}\u{7f}\u{12}%Y$mm%{~D1/\u{b}zHG:}o*\u{1a}y-#Qd\u{16}\u{c}\
        P|>F\t 6?#1\u{11}\u{15}W'n\0OtV:q\u{7f}|mA2\u{1e}Mi[^Tsp1=,;\u{17}\u{16}\u{16}|a \u{11}pAl\
        U-&~vV \u{16}C\u{4}-uw-Q$Vd5\u{1d}u\u{21}xP\u{7}8\u{2}Om\u{21}aC|1\u{10}G\u{4}{-Z\u{10}Q\
        \u{18}R=\u{18}\"\u{2}[\u{10}j#\u{12}ks^f\u{b}\"\u{3}\r=\u{c}I\u{10}c\u{13}NLG\u{1c}\u{5}\r\
        %\u{b}T>`A\u{1b})~\u{7f}\u{6}rJ+pK^$jOh\u{b}8<#719StB.6\u{1}*{C\u{1f}\u{1a}UgJ1b~1\u{1d}/x\
        J\\$]_?{O=r>\u{1d}\u{14}qr\u{12}da]}?yL\u{17}\u{21}=\rvyRi9_\u{19}\u{6}So\u{f}\u{4}?*\u{2}\
        @m_W_o\u{1b}N\u{15}U>\u{7f}Nng=V?sU\u{1a}T{d\u{7f} U%.y\u{7}zE'\u{5}<\u{b}rGc3Z\u{7f}_y\\\
        \u{1a}\u{1a}#mu9.\0g\u{b}C#n3U.Z\u{2}v|6w\u{2}\u{e}\u{6}{\u{1a}*]\\\u{4}ZWU}\u{1}*xwH6\n-\
        \u{e}L2;~mi7*/Hm^G\u{1c}mA92\u{e}\u{13}\r<\nAQmZgXO,,AZck\u{c}c\u{7f}O\u{17}\u{f}^p5\u{2}\
        \u{18}@\u{19}ZJ&x\"5J1\u{18}<bIJ\u{1}k\u{18}\\$\u{4}>\u{16}CF&Gj`\u{c}D\u{1d}NV[\u{3}^<~l@\
        7\u{4}q/\u{1c}'\u{12}7\u{1d}\u{8}:A-u+5K.\u{c}3{F \\\n\u{1d}qQ\t>\u{7},/&O+\u{7f}*\u{5}K\
        \u{3}c\\\u{17}Xpm\u{13}wA\u{11}D|:0y>\u{7}\u{16}\u{7f}\u{7f}\u{18}\u{12}\u{3}jFvS\u{c}2e0O\
        )G\u{5}7+\u{1c}\tOM~\u{18}2\u{4}c~O-jn2+j]q\u{6}./uR(7@E#2l\u{11}o\u{f}/\r\u{19}d'g2$m3}uA\
        T:wCCG_zg\u{1a}\u{19}\u{1c}MER+Ku\u{11}$GN{\\r)RW2\u{2}\u{2}\u{b}S`Eh\rE5ig%X\u{1d}V\u{f}%\
        #\u{16}\u{17}TA\u{15}\u{3}\u{7f}\u{1}I(\n}`|r}m;~RQ\u{10}GJo6{\u{10}p`53H\u{7f}|d$\u{13}^\
        \u{1f}Y\u{10}\rPjkw]\u{18}#w\u{12}Kv\u{13}|[/\n\u{1}\0\u{17}rC\\\u{7f}@$A\u{10}1\u{14})~.\
        \u{e}\u{1b}HNQ\u{4}\\\"\rf;)6\u{f}cRy\u{c}\u{10}\u{15}&W\u{17}\u{b}\u{18}\u{14}\u{f}sP\
        \u{1e})idPQg\u{21}D?nBNwy<J\u{3}/yGE\u{1d}\"+\u{11}\u{6}I{GZJSt\u{11}C\u{1c}X\u{c}yWgTgt+I\
        i(r\u{b}e\u{1f}U6\u{8}\u{4}\u{8}HM<1\u{3}OI\n#9K'Dw<gJIazDWp}kj\u{15}{\u{1b};.+u?MK#o)OX\
        \u{6}e\u{12}\u{19}v2OlS~x\u{1f}\u{1e}O,W\u{1d}sr/\u{8}z4C`N\u{1c}=qpIcg/S={j;/[7\u{17}\
        \u{3}\u{1b}\r;SK\u{1a}\u{1}\u{14}@\u{1e}kn09>dg\u{13}\u{7}S-JJE?\u{19}\u{1b}J\u{1a}\u{2}\
        \u{c}l\u{10}\u{f}$-r\u{12}b`S=ne]\u{c}\u{8}`\ryUW\u{1a}?\u{8}*Cf\u{21}x:|F:5YZa\u{1f}yFm N\
        \u{f};\u{e}e:\u{10}_'` $\u{15}?Q13eG--G\u{19}d4P62A`&\u{16}CXu|[_j3\u{3}^\u{1e}+1\u{21}Tmu\
        z\u{19}\u{14})\"c}>\u{5}67N\n \u{4}\u{f}\u{14}V\u{5}j?c&cnQgjq}o\u{1d}P.AF\u{1d}o\u{10}\
        \u{14}k =\u{21}\0p7Zn\0\0E\u{17}}c1:o\u{1f}\u{21},CK$yj{\u{7}N=y:\u{17}\u{e}\u{6}zH~\u{b}a\
        \u{18}\u{3}rsyN\u{8}9R\u{19}\\#&6 {\u{17}Qq?~L#`\u{1}~2\0]Z.B\u{7f}V\u{13}*\u{3}q\u{15}:&_\
        0[\u{6}2DG\"\r(\u{1a}\u{8}\u{10},?\u{13}\u{1}ba\u{1b}\u{e}A\02:\u{19}T#wJ\u{1d}3\u{f}a\
        \u{21}7O\u{8}v\u{1c}^ \u{5}%QdRz\u{5}/'s>CR9xw%g\u{4}]\u{14}\u{10}\u{19}\rWL4D\u{7}\u{e}87\
        \r0ehgr(\u{5}]\u{1}^FE\u{1a}74\u{6}\u{7f}3\u{17}T.j#\u{8}9B.+j3;I\u{1}G04i\u{4}&u5\u{1c}c\
        \u{1f}?n\u{12}hR^\u{18}s`v]J-\u{11}@Sx&}B\"wo`vg\\\u{3}C%\\Q\u{14}N\u{12} %(\u{17}ffO[)-\
        \u{4}dE\u{1a}\u{13}\\\u{6}C\u{8}<~\u{1f}p8bVR7nDbT\u{c}\u{1}E26>KDB+*\u{17}P\u{14}'j%%\
        \u{1a}bZcU\u{8}\0\u{14}@\u{1d}DELL\"M*[\u{1c}[#\"rUx~r\0oUV8a5\n\u{1e}\u{1a}+b>R\\DH\u{5}Z\
        #\n\r\u{1}\u{5}\u{1c}8_\u{1f}t\u{12},7D^\u{6}U\u{15}YDey\u{8}9C6U\u{f}C\u{1d}1G1\u{15}#\
        \u{f}\u{19}VS_\u{17}f5tFnh6_S\u{1a}\u{17}(\u{10}aP\u{1e}A\u{10}\u{1}/ZzjIW\u{f}\\\u{7}/D\
        \u{15}\u{16}J>\u{4}H4[Po\u{1d}^5A\u{12}\u{e}\u{16};(9j'=xxA\u{f}Vc\u{17}i\u{2}z\u{1e}g\
        \u{12})Sn\u{f}x)\r\"U\u{1}\u{1b}\u{f}<-4.\u{18}o}K96>on\u{f}i\u{14}Z$\u{19}zY(\u{c}zP\
        \u{1c}\"j\u{b}\0r'hgC\tg\u{2}Gv]Yt\u{2}EF}\u{b}_G\u{19}@+\u{12}$\u{18}\tn\0\u{14}LR8\u{21}\
        %\u{3}%KS\u{c}\u{1b}}~xw\u{1e}\u{11}X\u{18}V91@|\u{13}\u{6}o\u{4}_D\u{1}|\"LK~I>\u{1d}M:\
        \u{1d}J47cZr\u{18}z3\u{1}j+\t\u{10}[\0@?VG\u{12}7\n(\nu\u{21}6\u{7f}f;SbJLDO$o\u{5}dJ?<~rK\
        g\u{e}l?z`Y.E\u{1f}\u{7f}\u{f}\u{7}\u{f}\u{1d}zqi3'^:p|y\u{f}_=vdeSl/pw(`~dyC\u{17}~7*|;CN\
        #15Aw^Js[\u{1c}+\u{11}.\"P*\u{18}nN\u{e}ql}:Y\u{c}Xc\u{16}C\u{14}*~\u{2}_C`i\rj\u{14}TKJ\
        \u{7})y\u{11}\u{1b}LUh\u{14}w\u{b}m`?\u{7})^\u{1e}\u{11}\u{f}\u{b}\u{1}HN\u{c}V\u{4}[\
        \u{1d})>E*\nR\u{b}>[|x\u{1a}rPH\u{19}\u{1b}.j\\\u{1d}Irrh]t(9_]\u{13}\u{e}$&K\u{8}\u{c}\
        \u{f}V\u{1b}j\u{12}\u{18}\u{1d}R\u{16}\u{16}\0n\u{1b}\u{11}A`(R+X%i\u{b}c6hDHQC?Eu\tndw\
        \u{5}i\u{19}X:G\u{19}9\u{f}ls l..Q'q;J\u{15}v\t#V\u{21}~J{qd\\,j5\u{7}0\u{f}\u{1a}9/W;Iek/\
        ~xt~sg?8rlk\u{1e}\u{6}\u{14}[YW\u{17}TN5\0\u{10}\u{12}v3o\u{7}aa$\u{1c}:PZ5#P\u{5}8\u{2}5%\
        p8Q_(;\u{1b}.p\u{1f}%'\u{f}\nI\\&\u{11}gWh\u{14}+?\u{15}=\u{5}[*eL\u{1f}VJP5;~\u{c}\u{1d}\
        \u{7f}\u{7f}y|Ic*:t\u{13}=\\p\u{1a}\u{18}R\u{2}4jLL, }KBh$\u{16}i:X\u{10}\"_\u{e}K,\u{17}\
        \u{1d}O's\u{6}S)oBZ\u{b}&\u{1f}M-HKsW\u{11}\u{14}{SM;U'\u{18}\u{14}k\"D(e\u{4}J1\u{1e}u]4X\
        QAwk\t\u{b}w\u{13}\u{17}\u{11}A1q3_5bRX[rh\u{4},L\u{3}%<8|b]<\u{b}08u\u{2}I\t~?96:\u{15}dM\
        u<k=^b\u{3}\u{3}\u{c}\\v_\u{1c}\u{b}0hc;j.vP\u{4}m\u{1c}q;>\u{f}\u{11}\u{19}\u{1b}tB=X\
        \u{14}6-\u{1a}_5\u{6}\u{21}\u{11}&)\r/.<|%Q5\u{f}\u{3}|$H58%x%:\rV\".]\u{15};\u{b}D(@E\
        \u{11}BC\rX`2F\u{2}\u{10};d5\t\u{1c}j\u{1f}|\u{8}1;\u{2}~-\u{17}'%\"^>Fz`\u{7f}bu\u{1b}/\
        \u{1f}\u{18}T\n%,&uYzD{m\u{f}Obi@_V$nbV^Y)EZVy\u{e}4\\9Qr=yyh\u{e}9\u{f}r\u{f}S0\\qU(zP\"|\
        N\u{13}U\"Q)(\u{e}W<7(\r<j\u{11}_\u{1a}`\u{17}|Mz~T.l:;P7;o^J\u{19}]#]\u{12}fcu*L|jU >zZbx\
        \u{15}1\u{1b}]7h\u{7f}-\u{1}\u{2}=\u{8}+YZ|\u{1e}Wr\0\u{19}\u{1c}wV\u{c}F\u{1b}#\u{15}\"wj\
        LuY\u{12}\u{17}=7\r\u{1d}GHb05}S){L^7IVL\u{15}\0PX\u{16}\u{1f}'\u{4}t)\u{10}\u{f}\u{11}:\
        \u{1c}&a\0\u{4}PG\u{5}\u{10}'\u{2}HkRFb\u{c}fidglG9=,GnjN\u{21}RX%\"\u{1f}\u{17}j>N;=`a\"}\
        r\u{e}D[w^r9\u{1}K\u{1f}M\u{10}ZO\u{10}ip\t\u{1e}-}Z\u{11}\u{2})VnT%Flw0DT]}\u{5}[v=Y&&\
        \u{f}G&\"\u{4}c\u{5}[\u{11}JQ\u{1b}\u{16}I_\u{11}\u{1b}xV-A\u{1b}J\u{1a}U\u{1a}\u{6}N\
        \u{17}B.\u{c}\u{15}'') \u{17}JH6\u{17}D)2j\n8\u{14}s2z\u{19}W\u{10}X\u{21}\u{6}2z: \u{1}kb\
        \u{15}\u{18}Ni\u{17}3>_Qt8yLp\u{c}K9\u{e}\u{f},\u{e}\n\u{21}\u{e}dZR\0HZ{Y`\u{17}U}\u{15}i\
        Ur|o\u{7}]\u{1f}:-XS{LS`ve0\u{3}La\u{1d}\u{3}=^GR0\u{17}\u{21}Glm%)Q\t:w\u{1e}WNAXJ\",cpz\
        \u{b}).CpON\u{1d}:z=N\u{c}^V~J\0$dt\u{7f}]:uW\u{15}+~wb\u{21}%\u{1b}\nN\u{17}U\u{5}<c62[\
        \u{14}X*\u{7f}LaVp\n'\tgZ9X|8dX<AnQuh9qTF3N\t\u{1f}m&l:BrS#Iw#\u{6}7\u{5}\u{4}$amR\u{1c}4\
        \u{1f}\u{17}9\u{1b}7\nJ\u{1f}<|bSLW%G^,X{\\5a^\u{1f}\u{e}FT\u{14}\u{1c}NA\u{7f}\u{f}\0
        """
}
